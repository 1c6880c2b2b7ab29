package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.proc.LoadAvg;
import dev.plimsoll.collectors.proc.Uptime;
import java.util.List;

/// Load averages, and how long the node has been up.
final class LoadMetrics {
  private static final Family LOAD1 =
      Family.gauge(
          "plimsoll_node_load1",
          "Tasks that ran, could run or waited for I/O, averaged over 1 minute (/proc/loadavg).");
  private static final Family LOAD5 =
      Family.gauge(
          "plimsoll_node_load5",
          "Tasks that ran, could run or waited for I/O, averaged over 5 minutes (/proc/loadavg).");
  private static final Family LOAD15 =
      Family.gauge(
          "plimsoll_node_load15",
          "Tasks that ran, could run or waited for I/O, averaged over 15 minutes (/proc/loadavg).");
  private static final Family THREADS =
      Family.gauge("plimsoll_node_threads", "Threads that exist (/proc/loadavg).");
  private static final Family UPTIME =
      Family.gauge(
          "plimsoll_node_uptime_seconds",
          "Seconds since boot, time in suspension included (/proc/uptime).");

  static final List<Family> FAMILIES = List.of(LOAD1, LOAD5, LOAD15, THREADS, UPTIME);

  private LoadMetrics() {}

  static void write(LoadAvg load, Sink sink) {
    sink.sample(LOAD1, load.one());
    sink.sample(LOAD5, load.five());
    sink.sample(LOAD15, load.fifteen());
    sink.sample(THREADS, load.tasks());
  }

  static void write(Uptime uptime, Sink sink) {
    sink.sample(UPTIME, uptime.seconds());
  }
}
