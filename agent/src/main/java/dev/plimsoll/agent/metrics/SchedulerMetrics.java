package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.SoftIrqs;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// What the kernel has been doing since boot, and how many tasks it has at hand.
final class SchedulerMetrics {
  private static final Family CONTEXT_SWITCHES =
      Family.counter(
          "plimsoll_node_context_switches_total",
          "Times that a CPU went from one task to another since boot (/proc/stat).");
  private static final Family FORKS =
      Family.counter(
          "plimsoll_node_forks_total", "Processes and threads made since boot (/proc/stat).");
  private static final Family INTERRUPTS =
      Family.counter(
          "plimsoll_node_interrupts_total", "Interrupts served since boot (/proc/stat).");
  private static final Family SOFT_IRQS =
      Family.counter(
          "plimsoll_node_softirqs_total",
          "Times that deferred interrupt work was done since boot, by kind (/proc/stat).",
          "kind");
  private static final Family RUNNING =
      Family.gauge(
          "plimsoll_node_tasks_running", "Tasks that run or can run at this moment (/proc/stat).");
  private static final Family BLOCKED =
      Family.gauge(
          "plimsoll_node_tasks_blocked", "Tasks that wait for a disk at this moment (/proc/stat).");
  private static final Family BOOT_TIME =
      Family.gauge(
          "plimsoll_node_boot_time_seconds",
          "When the system booted, in seconds of Unix time (/proc/stat).");

  static final List<Family> FAMILIES =
      List.of(CONTEXT_SWITCHES, FORKS, INTERRUPTS, SOFT_IRQS, RUNNING, BLOCKED, BOOT_TIME);

  private SchedulerMetrics() {}

  static void write(KernelStat stat, Sink sink) {
    stat.contextSwitches().ifPresent(count -> sink.sample(CONTEXT_SWITCHES, count));
    stat.forks().ifPresent(count -> sink.sample(FORKS, count));
    stat.interrupts().ifPresent(count -> sink.sample(INTERRUPTS, count));
    stat.softIrqs().ifPresent(counts -> write(counts, sink));
    stat.running().ifPresent(tasks -> sink.sample(RUNNING, tasks));
    stat.blocked().ifPresent(tasks -> sink.sample(BLOCKED, tasks));
    stat.bootTime().ifPresent(time -> sink.sample(BOOT_TIME, time));
  }

  private static void write(SoftIrqs counts, Sink sink) {
    write("high", counts.high(), sink);
    write("timer", counts.timer(), sink);
    write("net_transmit", counts.netTransmit(), sink);
    write("net_receive", counts.netReceive(), sink);
    write("block", counts.block(), sink);
    write("irq_poll", counts.irqPoll(), sink);
    write("tasklet", counts.tasklet(), sink);
    write("scheduler", counts.scheduler(), sink);
    write("hrtimer", counts.highResolutionTimer(), sink);
    write("rcu", counts.rcu(), sink);
  }

  private static void write(String kind, long count, Sink sink) {
    sink.sample(SOFT_IRQS, Labels.of("kind", kind), count);
  }
}
