package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.pod.ContainerStatusFields.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is used of an object, of whatever kind.
///
/// @param numbers by their paths, `spec.replicas`
/// @param texts by their paths, `status.phase`
/// @param containers those of a pod, the first ones first
/// @param readyEndpoints those of a slice that are ready, or do not say
record Seen(
    Map<String, Long> numbers,
    Map<String, String> texts,
    List<Condition> conditions,
    List<Told> containers,
    int readyEndpoints) {
  Seen {
    numbers = Map.copyOf(numbers);
    texts = Map.copyOf(texts);
    conditions = List.copyOf(conditions);
    containers = List.copyOf(containers);
  }

  /// An entry of `status.conditions`.
  ///
  /// @param status `True`, `False` or `Unknown`
  record Condition(String type, String status, String reason, String message) {
    boolean isTrue() {
      return status.equals("True");
    }

    /// The reason and the message, as far as there are any.
    String why() {
      if (message.isEmpty()) return reason;
      return reason.isEmpty() ? message : reason + ": " + message;
    }
  }

  String text(String path) {
    return texts.getOrDefault(path, "");
  }

  long number(String path, long otherwise) {
    return numbers.getOrDefault(path, otherwise);
  }

  /// kubectl takes conditions in capitals or not, and so do we.
  Optional<Condition> condition(String type) {
    return conditions.stream().filter(each -> each.type().equalsIgnoreCase(type)).findFirst();
  }

  boolean hasTrue(String type) {
    return condition(type).filter(Condition::isTrue).isPresent();
  }

  /// Whether its status speaks of its present spec, as far as it says.
  boolean isObserved() {
    long generation = number("metadata.generation", 0);
    return number("status.observedGeneration", generation) >= generation;
  }
}
