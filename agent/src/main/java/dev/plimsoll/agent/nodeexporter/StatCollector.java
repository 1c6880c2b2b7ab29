package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.KernelStat;
import java.util.List;
import java.util.OptionalLong;

/// `stat`: what the kernel counts of the node as a whole.
final class StatCollector implements NodeCollector {
  private static final Family INTERRUPTS =
      Family.counter("node_intr_total", "Interrupts served since boot (/proc/stat).");
  private static final Family SWITCHES =
      Family.counter(
          "node_context_switches_total",
          "Times that a CPU went from one task to another since boot (/proc/stat).");
  private static final Family FORKS =
      Family.counter("node_forks_total", "Processes and threads made since boot (/proc/stat).");
  private static final Family BOOT_TIME =
      Family.gauge(
          "node_boot_time_seconds", "When the node booted, in seconds of Unix time (/proc/stat).");
  private static final Family RUNNING =
      Family.gauge("node_procs_running", "Tasks that run or can run now (/proc/stat).");
  private static final Family BLOCKED =
      Family.gauge("node_procs_blocked", "Tasks that wait for a disk now (/proc/stat).");

  @Override
  public Source source() {
    return Source.STAT;
  }

  @Override
  public List<Family> families() {
    return List.of(INTERRUPTS, SWITCHES, FORKS, BOOT_TIME, RUNNING, BLOCKED);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.fast().stat());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.fast().stat()).ifPresent(stat -> write(stat, sink));
  }

  private static void write(KernelStat stat, Sink sink) {
    write(INTERRUPTS, stat.interrupts(), sink);
    write(SWITCHES, stat.contextSwitches(), sink);
    write(FORKS, stat.forks(), sink);
    write(BOOT_TIME, stat.bootTime(), sink);
    write(RUNNING, stat.running(), sink);
    write(BLOCKED, stat.blocked(), sink);
  }

  private static void write(Family family, OptionalLong value, Sink sink) {
    value.ifPresent(number -> sink.sample(family, number));
  }
}
