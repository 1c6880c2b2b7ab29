package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.FileHandles;
import java.util.List;

/// `filefd`: open files of the whole node.
final class FileFdCollector implements NodeCollector {
  private static final Family ALLOCATED =
      Family.gauge("node_filefd_allocated", "Open files of the whole node (/proc/sys/fs/file-nr).");
  private static final Family MAXIMUM =
      Family.gauge(
          "node_filefd_maximum", "The most files that can be open (/proc/sys/fs/file-nr).");

  @Override
  public Source source() {
    return Source.FILEFD;
  }

  @Override
  public List<Family> families() {
    return List.of(ALLOCATED, MAXIMUM);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().fileHandles());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().fileHandles()).ifPresent(value -> write(value, sink));
  }

  private static void write(FileHandles value, Sink sink) {
    sink.sample(ALLOCATED, value.allocated());
    sink.sample(MAXIMUM, value.maximum());
  }
}
