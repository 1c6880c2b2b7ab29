package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.NumberLines;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// `/sys/fs/xfs/<device>/stats/stats`: what XFS counts for each of its file systems, for example
/// `rw 9103 1402`, writes and reads (`fs/xfs/xfs_stats.c`). Numbers are of 32 bits and wrap, but
/// for those of `xpc`, bytes, which are of 64.
///
/// @param filesystems by the name of the device, in its order
public record XfsStats(SequencedMap<String, NumberLines> filesystems) {
  /// The directory of what all file systems together count.
  private static final String ALL = "stats";

  public XfsStats {
    filesystems = Collections.unmodifiableSequencedMap(new TreeMap<>(filesystems));
  }

  /// Reads the file of each file system that is mounted. Absent where the kernel has no XFS.
  public static Section<XfsStats> read(KernelReader reader, Roots roots) {
    List<String> devices;
    try {
      devices = reader.directories(roots.sys("fs/xfs"));
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
    SequencedMap<String, NumberLines> filesystems = new TreeMap<>();
    Gathering gathering = new Gathering();
    for (String device : devices) {
      if (device.equals(ALL)) continue;
      String path = roots.sys("fs/xfs/" + device + "/stats/stats");
      gathering
          .add(reader.section(path, Need.OPTIONAL, NumberLines::parse))
          .ifPresent(lines -> filesystems.put(device, lines));
    }
    return gathering.section(new XfsStats(filesystems));
  }
}
