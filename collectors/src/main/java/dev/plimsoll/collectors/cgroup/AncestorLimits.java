package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The limits of the groups above a group: what a pod, a tier and all pods together may have binds
/// each container in them; and the huge pages of the node. Each file is read once a round.
final class AncestorLimits {
  private final KernelReader reader;
  private final Map<String, Section<Limit>> round = new HashMap<>();
  private HugePageSizes hugePages = new HugePageSizes(List.of());

  AncestorLimits(KernelReader reader) {
    this.reader = reader;
  }

  /// Forgets what was read.
  void begin() {
    round.clear();
  }

  /// Takes note of the huge pages that the node has.
  void has(HugePageSizes sizes) {
    hugePages = sizes;
  }

  /// The sizes of huge pages that groups may have limits of.
  HugePageSizes hugePages() {
    return hugePages;
  }

  /// How the limit of one group above is read.
  @FunctionalInterface
  interface OfGroup {
    /// @param directory the group's
    Section<Limit> limit(AncestorLimits above, String directory);
  }

  /// A limit that is a file.
  static OfGroup in(String file, Parser<Limit> parser) {
    return (above, directory) -> above.file(directory + '/' + file, parser);
  }

  /// The least limit of a group and those above it; unlimited where no file says otherwise, failed
  /// where any could not be read. The root has no files.
  ///
  /// @param root the hierarchy's directory
  /// @param path the group's path in it
  /// @param own the limit of the group itself
  Section<Limit> least(String root, String path, OfGroup group, Section<Limit> own) {
    Section<Limit> least = Sections.orUnlimited(own);
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      least = Sections.least(least, group.limit(this, root + path.substring(0, end)));
    }
    return least;
  }

  /// One file, absent where there is none.
  Section<Limit> file(String path, Parser<Limit> parser) {
    return round.computeIfAbsent(path, there -> read(there, parser));
  }

  private Section<Limit> read(String path, Parser<Limit> parser) {
    try {
      return new Section.Present<>(parser.parse(reader.readRecord(path)));
    } catch (MalformedSourceException malformed) {
      return new Section.Failed<>(malformed.failure());
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
  }
}
