package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.CgroupCpu;
import dev.plimsoll.collectors.cgroup.CpuTime;
import dev.plimsoll.collectors.cgroup.CpuWeight;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// How a container ran, and what it may claim.
final class ContainerCpuMetrics {
  private static final double NANOS_PER_SECOND = 1e9;

  private static final Family MODES =
      Family.counter(
          "plimsoll_container_cpu_mode_seconds_total",
          "Seconds that tasks of the container ran, by mode: user or system (cpu.stat,"
              + " cpuacct.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind",
          "mode");
  private static final Family SHARES =
      Family.gauge(
          "plimsoll_container_cpu_shares",
          "The container's claim on CPU time against its siblings, from 2 to 262144 (cpu.shares of"
              + " cgroup v1).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family WEIGHT =
      Family.gauge(
          "plimsoll_container_cpu_weight",
          "The container's claim on CPU time against its siblings, from 1 to 10000 (cpu.weight of"
              + " cgroup v2).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");

  static final List<Family> FAMILIES = List.of(MODES, SHARES, WEIGHT);

  private ContainerCpuMetrics() {}

  static void write(CgroupCpu cpu, Labels labels, Sink sink) {
    cpu.time().present().ifPresent(time -> write(time, labels, sink));
    cpu.weight()
        .present()
        .ifPresent(weight -> sink.sample(family(weight.scale()), labels, weight.value()));
  }

  private static Family family(CpuWeight.Scale scale) {
    return switch (scale) {
      case SHARES -> SHARES;
      case WEIGHT -> WEIGHT;
    };
  }

  private static void write(CpuTime time, Labels labels, Sink sink) {
    sink.sample(MODES, labels.add("mode", "user"), time.userNanos() / NANOS_PER_SECOND);
    sink.sample(MODES, labels.add("mode", "system"), time.systemNanos() / NANOS_PER_SECOND);
  }
}
