package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.ContainerStatusFields.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a `Pod`.
final class PodFields implements JsonCursor.Fields {
  private final IdentityFields identity;

  private final SpecFields spec = new SpecFields();
  private final StatusFields status = new StatusFields();

  PodFields(KeptAnnotations annotations) {
    identity = new IdentityFields(annotations);
  }

  static Optional<Pod> read(JsonCursor value, KeptAnnotations annotations) throws IOException {
    PodFields fields = new PodFields(annotations);
    value.object(fields);
    return fields.pod();
  }

  @Override
  public void field(String name, JsonCursor value) throws IOException {
    switch (name) {
      case "metadata" -> value.object(identity);
      case "spec" -> value.object(spec);
      case "status" -> value.object(status);
      default -> {}
    }
  }

  /// The version of the object that was read; may be empty.
  String resourceVersion() {
    return identity.resourceVersion();
  }

  /// Empty where what was read has not even a name: it was no pod.
  Optional<Pod> pod() {
    PodIdentity who = identity.identity();
    if (who.uid().isEmpty() || who.name().isEmpty()) return Optional.empty();
    PodSpec what = spec.spec();
    return Optional.of(
        new Pod(who, Workload.of(who, what.node()), what, status.status(), containers()));
  }

  private List<PodContainer> containers() {
    Map<String, Told> byName = new HashMap<>();
    for (Told told : status.containers()) byName.put(told.name(), told);
    List<PodContainer> containers = new ArrayList<>();
    for (ContainerFields container : spec.containers()) {
      Told told = byName.get(container.name());
      containers.add(container.container(Optional.ofNullable(told)));
    }
    return containers;
  }
}
