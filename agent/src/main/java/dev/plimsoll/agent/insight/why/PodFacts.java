package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.Insights;
import dev.plimsoll.agent.pod.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of one pod.
///
/// @param name of a pod that nobody told of, its uid
/// @param pod empty where nobody told of it
/// @param containers in the order of the spec
/// @param insights of the whole node
/// @param now when it is asked
record PodFacts(
    String namespace,
    String name,
    Optional<Pod> pod,
    List<ContainerFacts> containers,
    Insights insights,
    Instant now) {
  PodFacts {
    containers = List.copyOf(containers);
  }

  /// How long ago that was; nothing for what is to come.
  Duration since(Instant then) {
    return then.isBefore(now) ? Duration.between(then, now) : Duration.ZERO;
  }
}
