package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.cgroup.CgroupPressure;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.NodePressure;
import dev.plimsoll.collectors.proc.Pressure;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How long tasks stood still: "waiting" is some of them, "stalled" all at once.
final class CadvisorPressure {
  private static final double MICROS_PER_SECOND = 1e6;

  private record Pair(Family waiting, Family stalled) {
    static Pair of(String resource, String words) {
      return new Pair(
          CadvisorFamilies.counter(
              "pressure_" + resource + "_waiting_seconds_total",
              "Seconds in which some task stood still for want of " + words + '.'),
          CadvisorFamilies.counter(
              "pressure_" + resource + "_stalled_seconds_total",
              "Seconds in which all tasks stood still for want of " + words + '.'));
    }

    void write(Optional<Pressure> pressure, Labels labels, Sink sink) {
      pressure.flatMap(Pressure::some).ifPresent(stall -> write(waiting, stall, labels, sink));
      pressure.flatMap(Pressure::full).ifPresent(stall -> write(stalled, stall, labels, sink));
    }

    private static void write(Family family, Pressure.Stall stall, Labels labels, Sink sink) {
      sink.sample(family, labels, stall.totalMicros() / MICROS_PER_SECOND);
    }
  }

  private static final Pair CPU = Pair.of("cpu", "CPU, its own quota included (cpu.pressure)");
  private static final Pair MEMORY = Pair.of("memory", "memory (memory.pressure)");
  private static final Pair IO = Pair.of("io", "a disk (io.pressure)");

  static final List<Family> FAMILIES =
      Stream.of(CPU, MEMORY, IO).flatMap(pair -> Stream.of(pair.waiting, pair.stalled)).toList();

  private CadvisorPressure() {}

  /// @param node the whole node's, which is the root's
  static void write(CadvisorRow row, Optional<NodePressure> node, Sink sink) {
    CgroupPressure group = row.group().pressure();
    boolean root = row.kind() == CadvisorRow.Kind.ROOT;
    CPU.write(root ? node.flatMap(NodePressure::cpu) : present(group.cpu()), row.labels(), sink);
    MEMORY.write(
        root ? node.flatMap(NodePressure::memory) : present(group.memory()), row.labels(), sink);
    IO.write(root ? node.flatMap(NodePressure::io) : present(group.io()), row.labels(), sink);
  }

  private static Optional<Pressure> present(Section<Pressure> pressure) {
    return pressure.present();
  }
}
