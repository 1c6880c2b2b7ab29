package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.proc.LoadAvg;
import java.util.List;

/// `plimsoll_node_*`: the node as a whole.
public final class NodeMetrics {
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

  static final List<Family> FAMILIES = List.of(LOAD1, LOAD5, LOAD15);

  private NodeMetrics() {}

  public static void write(NodeSnapshot node, Sink sink) {
    node.fast().loadAvg().section().present().ifPresent(load -> write(load, sink));
  }

  private static void write(LoadAvg load, Sink sink) {
    sink.sample(LOAD1, load.one());
    sink.sample(LOAD5, load.five());
    sink.sample(LOAD15, load.fifteen());
  }
}
