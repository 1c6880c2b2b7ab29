package dev.plimsoll.agent.cli.pods;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Which pods are shown.
///
/// @param namespace empty for all
/// @param labels takes a pod by its labels
/// @param texts one of which is in the pod's name; empty for any name
public record PodFilter(
    String namespace, Predicate<Map<String, String>> labels, List<String> texts) {
  public PodFilter {
    texts = List.copyOf(texts);
  }

  public boolean takes(ToldPod pod) {
    boolean named = texts.isEmpty() || texts.stream().anyMatch(pod.name()::contains);
    return named
        && (namespace.isEmpty() || pod.namespace().equals(namespace))
        && labels.test(pod.labels());
  }
}
