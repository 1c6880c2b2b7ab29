package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.HashMap;
import java.util.Map;

/// The limits of the groups above a group: what a pod, a tier and all pods together may have binds
/// each container in them. Each file is read once a round.
final class AncestorLimits {
  private final KernelReader reader;
  private final Map<String, Limit> round = new HashMap<>();

  AncestorLimits(KernelReader reader) {
    this.reader = reader;
  }

  /// Forgets what was read.
  void begin() {
    round.clear();
  }

  /// The least limit above a group; unlimited where no file says otherwise. The root has no files.
  ///
  /// @param root the hierarchy's directory
  /// @param path the group's path in it
  /// @param own the limit of the group itself
  Limit least(String root, String path, String file, Parser<Limit> parser, Limit own) {
    Limit least = own;
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      String above = root + path.substring(0, end) + '/' + file;
      least = least.and(round.computeIfAbsent(above, there -> limit(there, parser)));
    }
    return least;
  }

  private Limit limit(String path, Parser<Limit> parser) {
    try {
      return parser.parse(reader.readRecord(path));
    } catch (KernelFileException | MalformedSourceException _) {
      return Limit.unlimited();
    }
  }
}
