package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.machine.Thermal;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `thermal_zone`: how hot parts of the machine are and how much they are cooled.
final class ThermalZoneCollector implements NodeCollector {
  private static final Family TEMPERATURE =
      Family.gauge(
          "node_thermal_zone_temp",
          "Temperature of a part in degrees Celsius (/sys/class/thermal/thermal_zone*/temp).",
          "zone",
          "type");
  private static final Family STATE =
      Family.gauge(
          "node_cooling_device_cur_state",
          "How much the device cools (/sys/class/thermal/cooling_device*/cur_state).",
          "name",
          "type");
  private static final Family MOST =
      Family.gauge(
          "node_cooling_device_max_state",
          "How much the device can cool (/sys/class/thermal/cooling_device*/max_state).",
          "name",
          "type");

  @Override
  public Source source() {
    return Source.THERMAL_ZONE;
  }

  @Override
  public List<Family> families() {
    return List.of(TEMPERATURE, STATE, MOST);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of();
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.devices().thermal());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().thermal()).ifPresent(thermal -> write(thermal, sink));
  }

  private static void write(Thermal thermal, Sink sink) {
    for (Thermal.Zone zone : thermal.zones()) {
      Labels labels = Labels.of("zone", Integer.toString(zone.number()), "type", zone.type());
      zone.milliCelsius().ifPresent(it -> sink.sample(TEMPERATURE, labels, it / 1000.0));
    }
    for (Thermal.CoolingDevice device : thermal.cooling()) {
      Labels labels = Labels.of("name", Integer.toString(device.number()), "type", device.type());
      device.state().ifPresent(state -> sink.sample(STATE, labels, state));
      device.most().ifPresent(most -> sink.sample(MOST, labels, most));
    }
  }
}
