package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.pod.ContainerStatusFields;
import dev.plimsoll.agent.pod.ContainerStatusFields.Told;
import dev.plimsoll.agent.pod.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads an object of whatever kind, or the `Status` that an error has instead of one.
final class SeenFields implements JsonCursor.Fields {
  private static final int MOST_CONTAINERS = 200;

  private static final Set<String> NUMBERS =
      Set.of(
          "code",
          "metadata.generation",
          "spec.completions",
          "spec.replicas",
          "spec.updateStrategy.rollingUpdate.partition",
          "status.active",
          "status.availableReplicas",
          "status.desiredNumberScheduled",
          "status.failed",
          "status.numberAvailable",
          "status.observedGeneration",
          "status.readyReplicas",
          "status.replicas",
          "status.succeeded",
          "status.updatedNumberScheduled",
          "status.updatedReplicas");
  private static final Set<String> TEXTS =
      Set.of(
          "message",
          "metadata.deletionTimestamp",
          "metadata.name",
          "metadata.resourceVersion",
          "metadata.uid",
          "spec.updateStrategy.type",
          "status.message",
          "status.phase",
          "status.reason");
  private static final Set<String> INNER =
      Set.of(
          "metadata", "spec", "status", "spec.updateStrategy", "spec.updateStrategy.rollingUpdate");

  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final List<Seen.Condition> conditions = new ArrayList<>();
  private final List<Told> containers = new ArrayList<>();
  private int readyEndpoints;

  static Seen read(JsonCursor value) throws IOException {
    SeenFields fields = new SeenFields();
    value.object(fields);
    return new Seen(
        fields.numbers, fields.texts, fields.conditions, fields.containers, fields.readyEndpoints);
  }

  @Override
  public void field(String path, JsonCursor value) throws IOException {
    if (INNER.contains(path)) {
      value.object((name, part) -> field(path + '.' + name, part));
    } else if (NUMBERS.contains(path)) {
      value.number().ifPresent(number -> numbers.put(path, number));
    } else if (TEXTS.contains(path)) {
      texts.put(path, value.text());
    } else {
      list(path, value);
    }
  }

  private void list(String path, JsonCursor value) throws IOException {
    switch (path) {
      case "status.conditions" -> value.array(each -> conditions.add(condition(each)));
      case "status.initContainerStatuses", "status.containerStatuses" ->
          value.array(this::container);
      case "endpoints" -> value.array(this::endpoint);
      default -> {}
    }
  }

  private void container(JsonCursor value) throws IOException {
    if (containers.size() < MOST_CONTAINERS) containers.add(ContainerStatusFields.read(value));
  }

  private static Seen.Condition condition(JsonCursor value) throws IOException {
    Map<String, String> parts = new HashMap<>();
    value.object(
        (name, part) -> {
          switch (name) {
            case "type", "status", "reason", "message" -> parts.put(name, part.text());
            default -> {}
          }
        });
    return new Seen.Condition(
        parts.getOrDefault("type", ""),
        parts.getOrDefault("status", ""),
        parts.getOrDefault("reason", ""),
        parts.getOrDefault("message", ""));
  }

  /// Whoever does not say whether it is ready counts as ready, as the API has it.
  private void endpoint(JsonCursor value) throws IOException {
    boolean[] ready = {true};
    value.object(
        (name, part) -> {
          if (!name.equals("conditions")) return;
          part.object(
              (condition, is) -> {
                if (condition.equals("ready")) ready[0] = !is.text().equals("false");
              });
        });
    if (ready[0]) readyEndpoints++;
  }
}
