package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.RepeatedPods;
import java.time.Duration;
import java.util.List;

/// `/pods` of the node's kubelet: all pods of the node from its memory, at no cost to the cluster.
/// Needs `get` on `nodes/pods`, which a kubelet before 1.33 does not know.
final class KubeletPods {
  static final String PATH = "/pods";

  /// Room for two thousand pods of 32 KB each.
  private static final long MOST_BYTES = 64L << 20;

  private static final int MOST_TIMEOUTS = 3;

  private final Client client;
  private final RepeatedPods pods;
  private final Duration timeout;

  KubeletPods(Server server, PodJson json) {
    client = new Client(server);
    pods = new RepeatedPods(json);
    timeout = server.timeout();
  }

  Client.Answer<List<Pod>> fetch() throws PodSourceException {
    return client.get(PATH, timeout, timeout.multipliedBy(MOST_TIMEOUTS), MOST_BYTES, pods::read);
  }
}
