package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// `/proc/spl/kstat/zfs`: what the module of OpenZFS counts, one file for each of its parts and a
/// directory for each pool.
///
/// @param parts the numbers of each part by the name of its file, `arcstats`; those that the module
///   does not have are left out
/// @param pools in the order of their names
public record ZfsStats(
    SequencedMap<String, SequencedMap<String, Long>> parts, List<ZfsPool> pools) {
  private static final String ROOT = "spl/kstat/zfs";

  /// `vdev_cache_stats` and `xuio_stats` are of modules before 2.2 and 2.0.
  private static final List<String> PARTS =
      List.of(
          "abdstats",
          "arcstats",
          "dbufstats",
          "dmu_tx",
          "dnodestats",
          "fm",
          "vdev_cache_stats",
          "vdev_mirror_stats",
          "xuio_stats",
          "zfetchstats",
          "zil");

  public ZfsStats {
    parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
    pools = List.copyOf(pools);
  }

  /// Reads all of them. Absent where the module is not loaded.
  ///
  /// @param known of passes before
  public static Section<ZfsStats> read(KernelReader reader, Roots roots, ZfsDatasets known) {
    List<String> pools;
    try {
      pools = reader.directories(roots.proc(ROOT));
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
    Gathering gathering = new Gathering();
    known.keepOnly(pools);
    ZfsPoolFiles files = new ZfsPoolFiles(reader, gathering, known);
    SequencedMap<String, SequencedMap<String, Long>> parts = parts(reader, roots, gathering);
    List<ZfsPool> read =
        pools.stream()
            .sorted()
            .map(pool -> files.read(roots.proc(ROOT + '/' + pool), pool))
            .toList();
    return gathering.section(new ZfsStats(parts, read));
  }

  private static SequencedMap<String, SequencedMap<String, Long>> parts(
      KernelReader reader, Roots roots, Gathering gathering) {
    SequencedMap<String, SequencedMap<String, Long>> parts = new LinkedHashMap<>();
    for (String part : PARTS) {
      String path = roots.proc(ROOT + '/' + part);
      gathering
          .add(reader.section(path, Need.OPTIONAL, Kstat::parse))
          .ifPresent(kstat -> parts.put(part, kstat.numbers()));
    }
    return parts;
  }
}
