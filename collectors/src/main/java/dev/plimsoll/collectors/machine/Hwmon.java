package dev.plimsoll.collectors.machine;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `/sys/class/hwmon`, for example `hwmon0/temp1_input` with `55000`: temperatures, fans, voltages
/// and power, as `sensors` shows them (`Documentation/hwmon/sysfs-interface.rst`). Some sensors sit
/// behind slow buses, and a disk may have to wake up to answer.
///
/// @param chips in the order of their directories
public record Hwmon(List<Chip> chips) {
  public Hwmon {
    chips = List.copyOf(chips);
  }

  /// A chip that measures.
  ///
  /// @param name the device that it sits in, which stays the same across boots:
  ///   `platform_coretemp_0`
  /// @param kind what its driver calls it, `coretemp`; empty where it does not
  /// @param sensors in the order of their names
  public record Chip(String name, String kind, List<Sensor> sensors) {
    public Chip {
      sensors = List.copyOf(sensors);
    }
  }

  /// Something that a chip measures.
  ///
  /// @param type what: `temp`
  /// @param name what and which one: `temp1`
  /// @param label how the driver or the board calls it, `Core 0`; empty where nobody does
  /// @param values what the chip tells of it, in the units of the kernel (thousandths of degrees,
  ///   volts and amperes, millionths of watts), by the last part of the file's name
  public record Sensor(String type, String name, String label, Map<String, Double> values) {
    public Sensor {
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
  }

  /// Reads what there is of each chip.
  public static Section<Hwmon> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/hwmon"))));
  }

  private static Hwmon walk(SysfsDirectory all) throws KernelFileException {
    List<Chip> chips = new ArrayList<>();
    for (SysfsDirectory chip : all.children()) {
      Map<String, Sensor> sensors = new TreeMap<>();
      gather(chip, sensors);
      gather(chip.in("device"), sensors);
      String kind = clean(chip.text("name").orElse(""));
      chips.add(new Chip(name(all, chip, kind), kind, List.copyOf(sensors.values())));
    }
    return new Hwmon(chips);
  }

  /// Drivers of old put their files into the directory of the device.
  private static void gather(SysfsDirectory directory, Map<String, Sensor> sensors) {
    Map<String, Map<String, Double>> values = new TreeMap<>();
    for (String name : directory.namesOrNone()) {
      Optional<HwmonFile> file = HwmonFile.of(name);
      if (file.isEmpty()) continue;
      String sensor = file.get().sensor();
      Map<String, Double> known = values.computeIfAbsent(sensor, _ -> new TreeMap<>());
      value(directory, name, file.get()).ifPresent(it -> known.put(file.get().element(), it));
      String label =
          file.get().element().equals("label")
              ? directory.value(name, Hwmon::label).orElse("")
              : "";
      Sensor now = new Sensor(file.get().type(), sensor, label, known);
      sensors.merge(sensor, now, Hwmon::joined);
    }
  }

  private static Sensor joined(Sensor one, Sensor other) {
    Map<String, Double> values = new TreeMap<>(one.values);
    values.putAll(other.values);
    return new Sensor(one.type, one.name, one.label.isEmpty() ? other.label : one.label, values);
  }

  /// A measurement must be a number; of the rest some files hold words.
  private static Optional<Double> value(SysfsDirectory directory, String name, HwmonFile file) {
    if (file.element().equals("label")) return Optional.empty();
    if (file.element().equals("input")) return directory.value(name, Hwmon::number);
    return directory.value(name, Hwmon::numberOrWords).flatMap(value -> value);
  }

  /// A label with the blanks that the board's maker put around it.
  private static String label(KernelText text) {
    return text.nextLine() ? text.upTo('\n') : "";
  }

  static double number(KernelText text) throws MalformedSourceException {
    return text.firstLine().decimal();
  }

  private static Optional<Double> numberOrWords(KernelText text) {
    try {
      return Optional.of(number(text));
    } catch (MalformedSourceException _) {
      return Optional.empty();
    }
  }

  private static String name(SysfsDirectory all, SysfsDirectory chip, String kind) {
    Path place = place(Path.of(all.path()), chip.name(), all);
    Optional<String> device = chip.link("device");
    if (device.isEmpty()) return kind.isEmpty() ? clean(last(place)) : kind;
    Path path = place.resolve(device.get()).normalize();
    String bus = path.getParent() == null ? "" : clean(last(path.getParent()));
    String name = clean(last(path));
    return bus.isEmpty() ? name : bus + '_' + name;
  }

  /// Where the directory of a chip really is, which a link in that of the class tells.
  private static Path place(Path parent, String name, SysfsDirectory all) {
    return parent.resolve(all.link(name).orElse(name)).normalize();
  }

  private static String last(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }

  /// A name as it can stand in one of a metric, which is how chips are known to dashboards.
  private static String clean(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:_]", "_").replaceAll("^_+|_+$", "");
  }
}
