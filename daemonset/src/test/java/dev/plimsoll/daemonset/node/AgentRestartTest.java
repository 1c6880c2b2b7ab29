package dev.plimsoll.daemonset.node;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The agent is killed and started again.
@KubeTest
final class AgentRestartTest {

  @Test
  void whatIsKnownIsThereAgainAfterTheAgentWasKilled(Cluster cluster)
      throws IOException, InterruptedException {
    String family = "plimsoll_container_cpu_usage_seconds_total";
    String busy = "plimsoll-test/throttled/busy";
    double before;
    try (RunningAgent first =
        new RunningAgent(cluster.node(), cluster.access(), cluster.folder())) {
      Await.until("named", () -> first.samples("/metrics").ofContainer(family, busy) > 0);
      before = first.samples("/metrics").ofContainer(family, busy);
    }
    try (RunningAgent second =
        new RunningAgent(cluster.node(), cluster.access(), cluster.folder())) {
      Await.until("goes on", () -> second.samples("/metrics").ofContainer(family, busy) > before);
      Await.nothingWrong(
          "names",
          () ->
              OutageTest.missing(
                  OutageTest.calm(OutageTest.names(cluster.agent())), OutageTest.names(second)));
    }
  }
}
