package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.kernel.NumberLines;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// Writes numbers of the files of NFS. As node_exporter has it, what a kernel does not count is 0:
/// a version that was never used has no line.
///
/// @param lines of the file
record NfsCounters(NumberLines lines, Sink sink) {

  void write(Family family, String line, int place) {
    write(family, Labels.EMPTY, line, place);
  }

  void write(Family family, Labels labels, String line, int place) {
    sink.sample(family, labels, lines.value(line, place).orElse(0));
  }

  /// The calls of one version. The first number of the line says how many numbers follow.
  void procedures(Family family, String version, String line, List<String> names) {
    for (int index = 0; index < names.size(); index++) {
      if (names.get(index).isEmpty()) continue;
      Labels labels = Labels.of("method", names.get(index), "proto", version);
      write(family, labels, line, index + 1);
    }
  }
}
