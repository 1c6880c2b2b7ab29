package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.proc.NodePressure;
import dev.plimsoll.collectors.proc.Pressure;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;

/// How long the node's tasks stood still for want of something.
final class PressureMetrics {
  private static final double MICROS_PER_SECOND = 1e6;
  private static final double PERCENT = 100;

  private static final Family SECONDS =
      Family.counter(
          "plimsoll_node_pressure_seconds_total",
          "Seconds since boot in which some task, or all at once (full), stood still for want of"
              + " the resource (/proc/pressure).",
          "resource",
          "kind");
  private static final Family RATIO =
      Family.gauge(
          "plimsoll_node_pressure_ratio",
          "Share of the last 10 seconds in which some task, or all at once (full), stood still for"
              + " want of the resource, as a ratio from 0 to 1 (/proc/pressure).",
          "resource",
          "kind");

  static final List<Family> FAMILIES = List.of(SECONDS, RATIO);

  private PressureMetrics() {}

  static void write(NodePressure node, Sink sink) {
    write("cpu", node.cpu(), sink);
    write("memory", node.memory(), sink);
    write("io", node.io(), sink);
    write("irq", node.irq(), sink);
  }

  private static void write(String resource, Optional<Pressure> pressure, Sink sink) {
    pressure.flatMap(Pressure::some).ifPresent(stall -> write(resource, "some", stall, sink));
    pressure.flatMap(Pressure::full).ifPresent(stall -> write(resource, "full", stall, sink));
  }

  private static void write(String resource, String kind, Pressure.Stall stall, Sink sink) {
    Labels labels = Labels.of("resource", resource, "kind", kind);
    sink.sample(SECONDS, labels, stall.totalMicros() / MICROS_PER_SECOND);
    sink.sample(RATIO, labels, stall.avg10() / PERCENT);
  }
}
