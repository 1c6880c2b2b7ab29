package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.ContainerStatusFields.Told;
import dev.plimsoll.agent.pod.PodContainer.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a container of a spec.
final class ContainerFields implements JsonCursor.Fields {
  private final List<Probe> probes = new ArrayList<>(0);
  private final List<List<String>> hooks = new ArrayList<>(0);
  private Kind kind;
  private String name = "";
  private String image = "";
  private String stopSignal = "";
  private Resources resources = Resources.NONE;

  ContainerFields(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void field(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "name" -> name = value.text();
      case "image" -> image = value.text();
      case "resources" -> resources = ResourceFields.resources(value);
      case "livenessProbe" -> probes.add(ProbeFields.read(Probe.Type.LIVENESS, value));
      case "readinessProbe" -> probes.add(ProbeFields.read(Probe.Type.READINESS, value));
      case "startupProbe" -> probes.add(ProbeFields.read(Probe.Type.STARTUP, value));
      case "lifecycle" -> value.object(this::lifecycle);
      case "restartPolicy" -> {
        if (kind == Kind.INIT && value.text().equals("Always")) kind = Kind.SIDECAR;
      }
      default -> {}
    }
  }

  private void lifecycle(String field, JsonCursor value) throws IOException {
    if (field.equals("stopSignal")) stopSignal = value.text();
    else value.object(this::hook);
  }

  private void hook(String handler, JsonCursor value) throws IOException {
    if (!handler.equals("exec")) return;
    List<String> command = ProbeFields.command(value);
    if (!command.isEmpty()) hooks.add(command);
  }

  String name() {
    return name;
  }

  /// @param told its status, where there is one
  PodContainer container(Optional<Told> told) {
    String signal = told.map(Told::stopSignal).filter(text -> !text.isEmpty()).orElse(stopSignal);
    return new PodContainer(
        name, kind, image, resources, probes, hooks, signal, told.map(Told::status));
  }
}
