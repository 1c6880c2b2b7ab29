package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.cgroup.CgroupCpu;
import dev.plimsoll.collectors.cgroup.CpuBandwidth;
import dev.plimsoll.collectors.cgroup.CpuTime;
import dev.plimsoll.collectors.cgroup.CpuWeight;
import dev.plimsoll.collectors.cgroup.Throttling;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// CPU time, throttling, and what was asked for.
final class CadvisorCpu {
  private static final double NANOS_PER_SECOND = 1e9;

  /// What the kernel gives to the root, of which it shows no file.
  private static final double ROOT_SHARES = 1024;

  private static final double USUAL_PERIOD = 100_000;

  private static final Family USAGE =
      CadvisorFamilies.counter(
          "cpu_usage_seconds_total", "Seconds of CPU time (cpu.stat, cpuacct.usage).", "cpu");
  private static final Family USER =
      CadvisorFamilies.counter(
          "cpu_user_seconds_total", "Seconds of CPU time in user mode (cpu.stat, cpuacct.stat).");
  private static final Family SYSTEM =
      CadvisorFamilies.counter(
          "cpu_system_seconds_total",
          "Seconds of CPU time in the kernel (cpu.stat, cpuacct.stat).");
  private static final Family PERIODS =
      CadvisorFamilies.counter(
          "cpu_cfs_periods_total",
          "Periods of the CPU quota in which it wanted to run (cpu.stat).");
  private static final Family THROTTLED =
      CadvisorFamilies.counter(
          "cpu_cfs_throttled_periods_total", "Periods in which the quota was used up (cpu.stat).");
  private static final Family THROTTLED_SECONDS =
      CadvisorFamilies.counter(
          "cpu_cfs_throttled_seconds_total", "Seconds that the quota kept it still (cpu.stat).");
  private static final Family BURSTS =
      CadvisorFamilies.counter(
          "cpu_cfs_burst_periods_total", "Periods in which saved quota was used (cpu.stat).");
  private static final Family BURST_SECONDS =
      CadvisorFamilies.counter(
          "cpu_cfs_burst_seconds_total", "Seconds that it ran on saved quota (cpu.stat).");
  private static final Family PERIOD =
      CadvisorFamilies.gauge(
          "spec_cpu_period", "The quota's period in microseconds (cpu.max, cpu.cfs_period_us).");
  private static final Family QUOTA =
      CadvisorFamilies.gauge(
          "spec_cpu_quota",
          "Microseconds of CPU time in a period, where there is a quota (cpu.max,"
              + " cpu.cfs_quota_us).");
  private static final Family SHARES =
      CadvisorFamilies.gauge(
          "spec_cpu_shares",
          "Claim on CPU time against its siblings, from 2 to 262144 (cpu.shares; in cgroup v2 from"
              + " cpu.weight).");

  static final List<Family> FAMILIES =
      List.of(
          USAGE,
          USER,
          SYSTEM,
          PERIODS,
          THROTTLED,
          THROTTLED_SECONDS,
          BURSTS,
          BURST_SECONDS,
          PERIOD,
          QUOTA,
          SHARES);

  private CadvisorCpu() {}

  static void write(CadvisorRow row, Sink sink) {
    CgroupCpu cpu = row.group().cpu();
    cpu.time().present().ifPresent(time -> write(time, row.labels(), sink));
    boolean quota =
        cpu.bandwidth().present().map(CpuBandwidth::cores).filter(c -> c.isPresent()).isPresent();
    if (quota) cpu.throttling().present().ifPresent(held -> write(held, row.labels(), sink));
    cpu.bandwidth().present().ifPresent(most -> write(most, row.labels(), sink));
    cpu.weight().present().ifPresent(it -> sink.sample(SHARES, row.labels(), shares(it)));
    if (row.kind() == CadvisorRow.Kind.ROOT) writeRoot(cpu, row.labels(), sink);
  }

  private static void write(CpuTime time, Labels labels, Sink sink) {
    sink.sample(USAGE, labels.add("cpu", "total"), time.usageNanos() / NANOS_PER_SECOND);
    sink.sample(USER, labels, time.userNanos() / NANOS_PER_SECOND);
    sink.sample(SYSTEM, labels, time.systemNanos() / NANOS_PER_SECOND);
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

  private static void write(CpuBandwidth most, Labels labels, Sink sink) {
    sink.sample(PERIOD, labels, most.periodMicros());
    most.quotaMicros().value().ifPresent(quota -> sink.sample(QUOTA, labels, quota));
  }

  private static void writeRoot(CgroupCpu cpu, Labels labels, Sink sink) {
    if (cpu.bandwidth().present().isEmpty()) sink.sample(PERIOD, labels, USUAL_PERIOD);
    if (cpu.weight().present().isEmpty()) sink.sample(SHARES, labels, ROOT_SHARES);
  }

  /// As cAdvisor turns a weight into shares: the line through (1, 2) and (10000, 262144).
  private static double shares(CpuWeight weight) {
    return switch (weight.scale()) {
      case SHARES -> weight.value();
      case WEIGHT -> 2 + Math.floor((weight.value() - 1) * 262_142d / 9_999d);
    };
  }
}
