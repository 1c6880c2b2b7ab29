package dev.plimsoll.collectors.link;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import dev.plimsoll.collectors.sysfs.SysfsValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// `/sys/class/infiniband`, for example `mlx5_0/ports/1/rate` with `100 Gb/sec (4X EDR)`
/// (`Documentation/ABI/stable/sysfs-class-infiniband`).
///
/// @param devices in the order of their names
public record Infiniband(List<Device> devices) {
  public Infiniband {
    devices = List.copyOf(devices);
  }

  /// An adapter. A text that it does not tell is empty.
  ///
  /// @param ports in the order of their numbers
  public record Device(String name, String board, String firmware, String type, List<Port> ports) {
    public Device {
      ports = List.copyOf(ports);
    }
  }

  /// A port of an adapter.
  ///
  /// @param state 1 down, 2 init, 3 armed, 4 active
  /// @param physicalState 2 polling, 3 disabled, 5 link up
  /// @param bytesPerSecond the most that it carries
  /// @param counters what the driver counts, data in bytes
  public record Port(
      int number,
      OptionalLong state,
      OptionalLong physicalState,
      OptionalLong bytesPerSecond,
      Map<InfinibandCounter, Long> counters) {
    public Port {
      counters = Collections.unmodifiableMap(new TreeMap<>(counters));
    }
  }

  /// Reads what there is of each port.
  public static Section<Infiniband> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/infiniband"))));
  }

  private static Infiniband walk(SysfsDirectory all) throws KernelFileException {
    List<Device> devices = new ArrayList<>();
    for (SysfsDirectory device : all.children()) {
      List<Port> ports = new ArrayList<>();
      for (SysfsDirectory port : device.in("ports").numbered("")) ports.add(port(port));
      devices.add(
          new Device(
              device.name(),
              device.text("board_id").orElse(""),
              device.text("fw_ver").orElse(""),
              device.text("hca_type").orElse(""),
              ports));
    }
    return new Infiniband(devices);
  }

  private static Port port(SysfsDirectory port) {
    Map<InfinibandCounter, Long> counters = new EnumMap<>(InfinibandCounter.class);
    for (InfinibandCounter counter : InfinibandCounter.values()) {
      port.value(counter.file(), Infiniband::count)
          .flatMap(value -> value)
          .ifPresent(value -> counters.put(counter, value * counter.scale()));
    }
    return new Port(
        port.index(""),
        optional(port.value("state", Infiniband::state)),
        optional(port.value("phys_state", Infiniband::state)),
        optional(port.value("rate", Infiniband::rate)),
        counters);
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /// `N/A (no PMA)` stands where the port has nobody who counts.
  static Optional<Long> count(KernelText text) throws MalformedSourceException {
    text.firstLine();
    if (text.take("N/A")) return Optional.empty();
    text.rewind();
    return Optional.of(SysfsValue.number(text));
  }

  /// `4: ACTIVE`.
  static long state(KernelText text) throws MalformedSourceException {
    long state = text.firstLine().unsigned();
    if (!text.take(":")) throw text.malformed("no ':' behind the state");
    return state;
  }

  /// `2.5 Gb/sec (1X SDR)`, in bytes per second.
  static long rate(KernelText text) throws MalformedSourceException {
    double gigabits = text.firstLine().decimal();
    if (!text.take("Gb/sec")) throw text.malformed("not in Gb/sec");
    return (long) (gigabits * 125_000_000);
  }
}
