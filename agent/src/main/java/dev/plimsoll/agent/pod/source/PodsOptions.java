package dev.plimsoll.agent.pod.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Who is asked about pods.
///
/// @param kubelet empty where it is not to be asked or nobody said where it is
/// @param api the API server; likewise
/// @param node the node's name in the cluster
/// @param logs the folder of links to logs; empty where it is not to be read
/// @param period between two questions to the kubelet or the folder
public record PodsOptions(
    Optional<Server> kubelet,
    Optional<Server> api,
    String node,
    Optional<Path> logs,
    Duration period) {

  /// `--pods.source`.
  public enum Choice {
    /// The first of the others that tells.
    AUTO,
    KUBELET,
    API,
    LOGS,
    NONE
  }

  /// Asks nobody.
  public static PodsOptions nobody() {
    return new PodsOptions(
        Optional.empty(), Optional.empty(), "", Optional.empty(), Duration.ofSeconds(15));
  }
}
