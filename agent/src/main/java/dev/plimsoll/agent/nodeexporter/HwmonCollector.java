package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.machine.Hwmon;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `hwmon`: temperatures, fans, voltages and power. Most names of families follow from those of
/// files.
final class HwmonCollector implements NodeCollector {
  private static final Family CHIP =
      Family.gauge(
          "node_hwmon_chip_names",
          "What the driver of a chip calls it (/sys/class/hwmon/*/name).",
          "chip",
          "chip_name");
  private static final Family LABEL =
      Family.gauge(
          "node_hwmon_sensor_label",
          "What the board or the driver calls a sensor (/sys/class/hwmon/*/*_label).",
          "chip",
          "sensor",
          "label");
  private static final Family BEEP =
      Family.gauge(
          "node_hwmon_beep_enabled",
          "1 if the chip may beep (/sys/class/hwmon/*/beep_enable).",
          "chip",
          "sensor");
  private static final Family REGULATOR =
      Family.gauge(
          "node_hwmon_voltage_regulator_version",
          "Version of the standard that the voltage regulator keeps (/sys/class/hwmon/*/vrm).",
          "chip",
          "sensor");
  private static final Family INTERVAL =
      Family.gauge(
          "node_hwmon_update_interval_seconds",
          "Seconds between two measurements of the chip (/sys/class/hwmon/*/update_interval).",
          "chip",
          "sensor");
  private static final Family FREQUENCY =
      Family.gauge(
          "node_hwmon_freq_freq_mhz",
          "Frequency in megahertz of a part that has a name (/sys/class/hwmon/*/freq*_input).",
          "chip",
          "sensor");

  private final NameFilter chips;

  HwmonCollector(NameFilter chips) {
    this.chips = chips;
  }

  @Override
  public Source source() {
    return Source.HWMON;
  }

  @Override
  public List<Family> families() {
    return List.of(CHIP, LABEL, BEEP, REGULATOR, INTERVAL, FREQUENCY);
  }

  @Override
  public List<String> derived() {
    return List.of("node_hwmon_");
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().hwmon());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().hwmon()).ifPresent(hwmon -> write(hwmon, sink));
  }

  private void write(Hwmon hwmon, Sink sink) {
    for (Hwmon.Chip chip : hwmon.chips()) {
      if (chips.wants(chip.name())) write(chip, sink);
    }
  }

  private static void write(Hwmon.Chip chip, Sink sink) {
    Labels name = Labels.of("chip", chip.name());
    if (!chip.kind().isEmpty()) sink.sample(CHIP, name.add("chip_name", chip.kind()), 1);
    for (Hwmon.Sensor sensor : chip.sensors()) {
      Labels labels = name.add("sensor", sensor.name());
      if (!sensor.label().isEmpty()) sink.sample(LABEL, labels.add("label", sensor.label()), 1);
      write(sensor, name, labels, sink);
    }
  }

  private static void write(Hwmon.Sensor sensor, Labels chip, Labels labels, Sink sink) {
    Map<String, Double> values = sensor.values();
    switch (sensor.type()) {
      case "beep_enable" -> sample(values.get(""), 1, BEEP, labels, sink);
      case "vrm" -> sample(values.get(""), 1, REGULATOR, labels, sink);
      case "update_interval" -> sample(values.get(""), 1000, INTERVAL, labels, sink);
      case "freq" -> {
        String part = HwmonFamily.clean(sensor.label());
        Labels byPart = chip.add("sensor", part);
        if (!part.isEmpty()) sample(values.get("input"), 1e6, FREQUENCY, byPart, sink);
      }
      default -> writeMeasured(sensor, labels, sink);
    }
  }

  private static void writeMeasured(Hwmon.Sensor sensor, Labels labels, Sink sink) {
    boolean named = sensor.values().containsKey("");
    sensor
        .values()
        .forEach(
            (element, value) -> {
              HwmonFamily family = HwmonFamily.of(sensor.type(), element, named);
              sample(value, family.parts(), family.family(), labels, sink);
            });
  }

  private static void sample(
      @Nullable Double value, double parts, Family family, Labels labels, Sink sink) {
    if (value != null) sink.sample(family, labels, value / parts);
  }
}
