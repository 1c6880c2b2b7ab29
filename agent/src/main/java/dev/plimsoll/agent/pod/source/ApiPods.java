package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodEvent;
import dev.plimsoll.agent.pod.PodJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The pods of one node from the API server: one LIST out of its cache, then a watch that goes on
/// where the last one ended. Another LIST only where the server has forgotten that version. Needs
/// `list` and `watch` on `pods`. Belongs to the thread that runs it, until that is interrupted.
final class ApiPods implements Runnable {
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_PODS = 4096;

  /// The server sends a bookmark about once a minute.
  private static final Duration SILENCE = Duration.ofMinutes(3);

  private static final int SHORTEST_SECONDS = 240;
  private static final Duration ALLOWANCE = Duration.ofMinutes(1);

  /// Is told what the API server tells.
  interface Listener {
    /// @param pods all pods of the node, changed or not
    void pods(Collection<Pod> pods, long bytes);

    void failed(PodSourceException failure);
  }

  private final Client client;
  private final PodJson json;
  private final String query;
  private final Duration timeout;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Listener listener;
  private final Map<String, Pod> pods = new LinkedHashMap<>();

  /// Where the next watch begins; empty where a LIST must come first.
  private String version = "";

  ApiPods(
      Server server,
      String node,
      PodJson json,
      Backoff backoff,
      RandomGenerator random,
      Listener listener) {
    client = new Client(server);
    this.json = json;
    query =
        "/api/v1/pods?fieldSelector="
            + URLEncoder.encode("spec.nodeName=" + node, StandardCharsets.UTF_8);
    timeout = server.timeout();
    this.backoff = backoff;
    this.random = random;
    this.listener = listener;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (!round()) Thread.sleep(backoff.next());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether to go on at once
  private boolean round() {
    try {
      if (version.isEmpty()) list();
      return watch();
    } catch (PodSourceException failure) {
      if (failure.trouble() == Trouble.GONE) version = "";
      if (!Thread.currentThread().isInterrupted()) listener.failed(failure);
      return false;
    }
  }

  private void list() throws PodSourceException {
    String path = query + "&resourceVersion=0";
    Client.Answer<PodJson.PodList> answer =
        client.get(path, timeout, timeout.multipliedBy(3), MOST_BYTES, json::list);
    pods.clear();
    for (Pod pod : answer.value().pods()) pods.put(pod.identity().uid(), pod);
    version = answer.value().resourceVersion();
    listener.pods(pods.values(), answer.bytes());
  }

  /// Watches until the server ends it, as it does after some minutes.
  ///
  /// @return whether anything was told
  private boolean watch() throws PodSourceException {
    int seconds = SHORTEST_SECONDS + random.nextInt(SHORTEST_SECONDS);
    String path =
        query
            + "&watch=true&allowWatchBookmarks=true&resourceVersion="
            + URLEncoder.encode(version, StandardCharsets.UTF_8)
            + "&timeoutSeconds="
            + seconds;
    long[] told = {0};
    client.get(
        path,
        SILENCE,
        Duration.ofSeconds(seconds).plus(ALLOWANCE),
        MOST_BYTES,
        body -> {
          listener.pods(pods.values(), 0);
          json.events(
              body,
              event -> {
                take(event);
                told[0]++;
                backoff.succeeded();
              });
          return told[0];
        });
    return told[0] > 0;
  }

  private void take(PodEvent event) throws PodSourceException {
    switch (event.type()) {
      case ADDED, MODIFIED -> event.pod().ifPresent(this::put);
      case DELETED -> event.pod().ifPresent(pod -> pods.remove(pod.identity().uid()));
      case BOOKMARK, UNKNOWN -> {}
      case ERROR ->
          throw new PodSourceException(
              Troubles.of(event.code()), "the watch ended: " + event.message());
    }
    if (!event.resourceVersion().isEmpty()) version = event.resourceVersion();
    listener.pods(pods.values(), 0);
  }

  private void put(Pod pod) {
    if (pods.size() < MOST_PODS) pods.put(pod.identity().uid(), pod);
  }
}
