package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.LoadAvg;
import java.util.List;

/// `loadavg`: how many tasks run or wait.
final class LoadAvgCollector implements NodeCollector {
  private static final Family ONE =
      Family.gauge("node_load1", "Load averaged over one minute (/proc/loadavg).");
  private static final Family FIVE =
      Family.gauge("node_load5", "Load averaged over five minutes (/proc/loadavg).");
  private static final Family FIFTEEN =
      Family.gauge("node_load15", "Load averaged over fifteen minutes (/proc/loadavg).");

  @Override
  public Source source() {
    return Source.LOADAVG;
  }

  @Override
  public List<Family> families() {
    return List.of(ONE, FIVE, FIFTEEN);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().loadAvg());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().loadAvg()).ifPresent(load -> write(load, sink));
  }

  private static void write(LoadAvg load, Sink sink) {
    sink.sample(ONE, load.one());
    sink.sample(FIVE, load.five());
    sink.sample(FIFTEEN, load.fifteen());
  }
}
