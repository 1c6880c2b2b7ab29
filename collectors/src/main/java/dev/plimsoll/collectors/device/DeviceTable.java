package dev.plimsoll.collectors.device;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `/sys/class/block`: every block device of the node, whoever may open it.
///
/// @param all by major and minor number
/// @param omitted how many more there are than are told
public record DeviceTable(List<BlockDevice> all, int omitted) {
  /// More than any node has.
  static final int MOST = 20_000;

  public DeviceTable {
    all = List.copyOf(all);
  }

  public static Section<DeviceTable> read(KernelReader reader, Roots roots) {
    String directory = roots.sys("class/block");
    try {
      List<String> names = reader.names(directory);
      List<BlockDevice> found = new ArrayList<>();
      for (String name : names.subList(0, Math.min(MOST, names.size()))) {
        device(new DeviceFiles(reader, directory, name)).ifPresent(found::add);
      }
      found.sort(Comparator.comparingInt(BlockDevice::major).thenComparingInt(BlockDevice::minor));
      return new Section.Present<>(new DeviceTable(found, Math.max(0, names.size() - MOST)));
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
  }

  /// Empty where it is gone, or is the hidden path of another.
  private static Optional<BlockDevice> device(DeviceFiles files) {
    Optional<int[]> number = files.number();
    if (number.isEmpty() || files.isTrue("hidden")) return Optional.empty();
    Optional<String> disk = files.diskOfPartition();
    String mapper = files.line("dm/name");
    String name = files.name().replace('!', '/');
    return Optional.of(
        new BlockDevice(
            files.name(),
            mapper.isEmpty() ? "/dev/" + name : "/dev/mapper/" + mapper,
            number.get()[0],
            number.get()[1],
            files.sectors(),
            files.isTrue("removable"),
            files.isTrue("ro"),
            files.isTrue(disk.isPresent() ? "../queue/rotational" : "queue/rotational"),
            type(files, disk.isPresent()),
            Optional.of(files.line("device/model")).filter(model -> !model.isEmpty()),
            disk.map(List::of).orElseGet(() -> files.entries("slaves"))));
  }

  private static String type(DeviceFiles files, boolean partition) {
    if (partition) return "part";
    if (files.name().startsWith("dm-")) return DeviceType.ofMapper(files.line("dm/uuid"));
    if (files.name().startsWith("loop")) return "loop";
    if (files.name().startsWith("md")) {
      String level = files.line("md/level");
      return level.isEmpty() ? "md" : level;
    }
    return DeviceType.ofScsi(files.line("device/type"));
  }
}
