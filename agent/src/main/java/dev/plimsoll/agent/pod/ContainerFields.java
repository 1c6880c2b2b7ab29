package dev.plimsoll.agent.pod;

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
      case "lifecycle" -> value.object((_, hook) -> hook.object(this::hook));
      case "restartPolicy" -> {
        if (kind == Kind.INIT && value.text().equals("Always")) kind = Kind.SIDECAR;
      }
      default -> {}
    }
  }

  private void hook(String handler, JsonCursor value) throws IOException {
    if (!handler.equals("exec")) return;
    List<String> command = ProbeFields.command(value);
    if (!command.isEmpty()) hooks.add(command);
  }

  String name() {
    return name;
  }

  PodContainer container(Optional<ContainerStatus> status) {
    return new PodContainer(name, kind, image, resources, probes, hooks, status);
  }
}
