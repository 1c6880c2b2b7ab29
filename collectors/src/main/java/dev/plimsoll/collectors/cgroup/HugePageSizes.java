package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import java.util.List;
import java.util.Optional;

/// `/sys/kernel/mm/hugepages`: the sizes of huge pages that the node has pages of, or may make some
/// of; a directory for each, `hugepages-2048kB`, with the numbers of pages in `nr_hugepages` and
/// `nr_overcommit_hugepages` (`Documentation/admin-guide/mm/hugetlbpage.rst`). Of another size no
/// group can have any, so that its files are not worth reading.
///
/// @param names as the files of groups have them: `2MB`, `1GB`, `64KB`
record HugePageSizes(List<String> names) {
  private static final String PREFIX = "hugepages-";
  private static final String SUFFIX = "kB";
  private static final long STEP = 1024;

  HugePageSizes {
    names = List.copyOf(names);
  }

  /// None where the directory cannot be read.
  static HugePageSizes read(KernelReader reader, Roots roots) {
    String directory = roots.sys("kernel/mm/hugepages");
    try {
      return new HugePageSizes(
          reader.directories(directory).stream()
              .filter(size -> hasPages(reader, directory + '/' + size))
              .sorted()
              .flatMap(size -> name(size).stream())
              .toList());
    } catch (KernelFileException _) {
      return new HugePageSizes(List.of());
    }
  }

  private static boolean hasPages(KernelReader reader, String size) {
    return number(reader, size + "/nr_hugepages") > 0
        || number(reader, size + "/nr_overcommit_hugepages") > 0;
  }

  private static long number(KernelReader reader, String file) {
    return reader
        .section(file, Need.OPTIONAL, text -> text.firstLine().unsigned())
        .present()
        .orElse(0L);
  }

  /// `hugepages-2048kB` is `2MB`, as the kernel writes it in the names of files.
  static Optional<String> name(String directory) {
    if (!directory.startsWith(PREFIX) || !directory.endsWith(SUFFIX)) return Optional.empty();
    String digits = directory.substring(PREFIX.length(), directory.length() - SUFFIX.length());
    if (digits.isEmpty() || digits.length() > 15 || !digits.chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    long kilobytes = Long.parseLong(digits);
    if (kilobytes >= STEP * STEP) return Optional.of(kilobytes / (STEP * STEP) + "GB");
    if (kilobytes >= STEP) return Optional.of(kilobytes / STEP + "MB");
    return Optional.of(kilobytes + "KB");
  }
}
