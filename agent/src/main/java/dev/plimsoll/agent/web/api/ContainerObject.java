package dev.plimsoll.agent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.Probe;
import dev.plimsoll.agent.recent.ContainerMinute;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.cgroup.Memory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes containers: spec, status, use and probes. Nothing of their environment, arguments and
/// hooks.
final class ContainerObject {
  private final Known known;
  private final Map<String, Cgroup<CgroupOwner.Container>> groups = new HashMap<>();
  private final ProbeObject probes;

  ContainerObject(Known known) {
    this.known = known;
    probes = new ProbeObject(known.probes());
    known.view().node().fast().cgroups().section().present().map(CgroupTree::containers).stream()
        .flatMap(List::stream)
        .forEach(group -> groups.put(group.owner().id(), group));
  }

  void write(Pod pod, PodContainer container, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Fields fields = new Fields(json);
    fields.text("name", container.name());
    fields.text("kind", container.kind().name().toLowerCase(Locale.ROOT));
    fields.text("image", container.image());
    fields.amounts("requests", container.resources().requests());
    fields.amounts("limits", container.resources().limits());
    if (container.status().isPresent()) write(container.status().get(), fields);
    json.writeArrayFieldStart("probes");
    for (Probe probe : container.probes()) probes.write(pod, container, probe, json);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(ContainerStatus status, Fields fields) throws IOException {
    fields.text("id", status.id());
    fields.text("runtime", status.runtime());
    fields.text("running_image", status.image());
    fields.text("image_id", status.imageId());
    fields.truth("ready", status.ready());
    fields.truth("started", status.started());
    fields.number("restarts", status.restarts());
    write("state", status.state(), fields);
    if (status.last().isPresent()) write("last", status.last().get(), fields);
    Cgroup<CgroupOwner.Container> group = groups.get(status.id());
    if (group != null) use(group, fields);
  }

  private static void write(String name, ContainerStatus.State state, Fields fields)
      throws IOException {
    fields.json().writeObjectFieldStart(name);
    switch (state) {
      case ContainerStatus.Waiting(String reason) -> {
        fields.text("is", "waiting");
        fields.text("reason", reason);
      }
      case ContainerStatus.Running(var since) -> {
        fields.text("is", "running");
        fields.time("since", since);
      }
      case ContainerStatus.Terminated(int exitCode, String reason, var started, var finished) -> {
        fields.text("is", "terminated");
        fields.number("exit_code", exitCode);
        fields.text("reason", reason);
        fields.time("started", started);
        fields.time("finished", finished);
      }
    }
    fields.json().writeEndObject();
  }

  /// What it uses: CPUs on average of the last minute, and memory that is not easily had back.
  private void use(Cgroup<CgroupOwner.Container> group, Fields fields) throws IOException {
    Optional<ContainerMinute> minute = known.minutes().of(group.owner());
    if (minute.isPresent()) fields.number("cpu_cores", minute.get().meanCores());
    Optional<Long> memory = group.memory().detail().map(Memory::workingSet).present();
    fields.number("memory_bytes", memory.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }
}
