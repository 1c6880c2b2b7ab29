package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.reading.SourceHealth.FailureClass;
import dev.plimsoll.agent.reading.SourceState;
import dev.plimsoll.agent.reading.SourceState.Condition;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourceMetricsTest {
  @Test
  void failuresOfWhatIsReadBeginWithZero() {
    NodeSnapshot node = CapturedNode.read("v1-hybrid");
    Map<String, Double> expected = new TreeMap<>();
    for (SourceState state : SourceState.of(node)) {
      if (state.condition() == Condition.ABSENT) continue;
      for (Kind kind : Kind.values()) {
        expected.put(state.source().label() + ' ' + kind.label(), 0.0);
      }
    }
    expected.put("stat io", 3.0);
    assertEquals(expected, failures(node, Map.of(new FailureClass(Source.STAT, Kind.IO), 3L)));
  }

  private static Map<String, Double> failures(NodeSnapshot node, Map<FailureClass, Long> failures) {
    Map<String, Double> written = new TreeMap<>();
    SourceMetrics.write(
        node,
        failures,
        CapturedNode.NOW,
        (family, labels, value) -> {
          if (!family.name().equals("plimsoll_agent_source_failures_total")) return;
          written.put(labels.get("source") + ' ' + labels.get("kind"), value);
        });
    return written;
  }
}
