package dev.plimsoll.collectors.device;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The files of one block device, each of which holds a value. Which there are depends on what it
/// is: one that is not there has nothing to say.
final class DeviceFiles {
  /// What the kernel counts sizes in, whatever the device's own sectors are.
  private static final int SECTOR = 512;

  private final KernelReader reader;
  private final String directory;
  private final String name;

  /// @param classes the directory that all devices are in
  DeviceFiles(KernelReader reader, String classes, String name) {
    this.reader = reader;
    this.directory = classes + '/' + name;
    this.name = name;
  }

  /// The kernel's.
  String name() {
    return name;
  }

  /// Empty where there is no such file.
  String line(String file) {
    try {
      KernelText text = reader.readRecord(directory + '/' + file);
      return text.nextLine() ? text.rest().strip() : "";
    } catch (KernelFileException _) {
      return "";
    }
  }

  boolean isTrue(String file) {
    return line(file).equals("1");
  }

  /// Major and minor, `8:1`.
  Optional<int[]> number() {
    try {
      KernelText text = reader.readRecord(directory + "/dev").firstLine();
      int major = text.integer();
      if (!text.take(":")) return Optional.empty();
      return Optional.of(new int[] {major, text.integer()});
    } catch (KernelFileException | MalformedSourceException _) {
      return Optional.empty();
    }
  }

  /// The size in bytes.
  OptionalLong sectors() {
    try {
      long sectors = reader.readRecord(directory + "/size").firstLine().unsigned();
      return sectors > Long.MAX_VALUE / SECTOR
          ? OptionalLong.empty()
          : OptionalLong.of(sectors * SECTOR);
    } catch (KernelFileException | MalformedSourceException _) {
      return OptionalLong.empty();
    }
  }

  /// The names in a directory, sorted.
  List<String> entries(String below) {
    try {
      return reader.names(directory + '/' + below).stream().sorted().toList();
    } catch (KernelFileException _) {
      return List.of();
    }
  }

  /// Of a partition the disk it is a part of: its directory lies in that of the disk.
  Optional<String> diskOfPartition() {
    if (line("partition").isEmpty()) return Optional.empty();
    try {
      String[] way = reader.readLink(directory).split("/", -1);
      return way.length < 2 ? Optional.empty() : Optional.of(way[way.length - 2]);
    } catch (KernelFileException _) {
      return Optional.empty();
    }
  }
}
