package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.CgroupCpu;
import dev.plimsoll.collectors.cgroup.CpuTime;
import dev.plimsoll.collectors.cgroup.CpuWeight;
import dev.plimsoll.collectors.cgroup.Throttling;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// How a container ran, and how it was kept from running.
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
  private static final Family PERIODS =
      Family.counter(
          "plimsoll_container_cpu_periods_total",
          "Periods of its CPU quota in which the container wanted to run (cpu.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family THROTTLED =
      Family.counter(
          "plimsoll_container_cpu_throttled_periods_total",
          "Periods in which the container used up its CPU quota (cpu.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family THROTTLED_SECONDS =
      Family.counter(
          "plimsoll_container_cpu_throttled_seconds_total",
          "Seconds that the container stood still for its CPU quota, summed over CPUs (cpu.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family BURSTS =
      Family.counter(
          "plimsoll_container_cpu_bursts_total",
          "Periods in which the container ran on quota that it had saved (cpu.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
  private static final Family BURST_SECONDS =
      Family.counter(
          "plimsoll_container_cpu_burst_seconds_total",
          "Seconds that the container ran on quota that it had saved (cpu.stat).",
          "namespace",
          "pod",
          "container",
          "workload",
          "workload_kind");
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

  static final List<Family> FAMILIES =
      List.of(MODES, PERIODS, THROTTLED, THROTTLED_SECONDS, BURSTS, BURST_SECONDS, SHARES, WEIGHT);

  private ContainerCpuMetrics() {}

  static void write(CgroupCpu cpu, Labels labels, Sink sink) {
    cpu.time().present().ifPresent(time -> write(time, labels, sink));
    cpu.throttling().present().ifPresent(throttling -> write(throttling, labels, sink));
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

  private static void write(Throttling throttling, Labels labels, Sink sink) {
    sink.sample(PERIODS, labels, throttling.periods());
    sink.sample(THROTTLED, labels, throttling.throttledPeriods());
    sink.sample(THROTTLED_SECONDS, labels, throttling.throttledNanos() / NANOS_PER_SECOND);
    throttling.bursts().ifPresent(count -> sink.sample(BURSTS, labels, count));
    throttling
        .burstNanos()
        .ifPresent(nanos -> sink.sample(BURST_SECONDS, labels, nanos / NANOS_PER_SECOND));
  }
}
