package dev.plimsoll.agent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.NamedContainer;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.Workload;
import dev.plimsoll.agent.web.ApiRequest;
import dev.plimsoll.agent.web.RefusedException;
import dev.plimsoll.agent.web.Resource;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// `/api/v1/names`: what pods and their containers are called, by the uids and ids that control
/// groups have. A tenth of what is known of them, for commands that read everything else
/// themselves.
public final class NamesResource implements Resource {
  private final Supplier<Optional<Known>> known;

  /// @param known empty until the node has been read once
  public NamesResource(Supplier<Optional<Known>> known) {
    this.known = known;
  }

  @Override
  public String path() {
    return "/api/v1/names";
  }

  @Override
  public String shows() {
    return "what pods and containers are called, by uid and id";
  }

  @Override
  public Body answer(ApiRequest request) throws RefusedException {
    if (!request.below().isEmpty()) throw RefusedException.notThere(request.address().getRawPath());
    Known now = known.get().orElseThrow(RefusedException::notYet);
    return json -> write(now, json);
  }

  private static void write(Known now, JsonGenerator json) throws IOException {
    PodTable table = now.view().table();
    json.writeStartObject();
    new Fields(json).text("source", now.report().source());
    json.writeArrayFieldStart("pods");
    for (Pod pod : table.pods()) write(pod, now, json);
    for (NamedContainer name : table.names()) write(name, table, json);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Pod pod, Known now, JsonGenerator json) throws IOException {
    begin(pod.groupUid(), pod.namespace(), pod.name(), json);
    write(pod.workload(), json);
    json.writeArrayFieldStart("containers");
    for (PodContainer container : pod.containers()) {
      if (container.status().isPresent()) {
        ContainerStatus status = container.status().get();
        write(status.id(), container.name(), Optional.of(status.restarts()), json);
      }
    }
    for (String id : sandboxes(pod, now)) {
      write(id, ContainerName.SANDBOX, Optional.empty(), json);
    }
    end(json);
  }

  /// The cluster does not tell of them; that of which pod it is, its control group does.
  private static List<String> sandboxes(Pod pod, Known now) {
    return now
        .view()
        .node()
        .fast()
        .cgroups()
        .section()
        .present()
        .map(CgroupTree::containers)
        .stream()
        .flatMap(List::stream)
        .map(Cgroup::owner)
        .filter(owner -> owner.podUid().equals(pod.groupUid()))
        .map(CgroupOwner.Container::id)
        .filter(now.sandboxes()::contains)
        .toList();
  }

  private static void write(NamedContainer name, PodTable table, JsonGenerator json)
      throws IOException {
    begin(name.podUid(), name.namespace(), name.podName(), json);
    Workload workload = table.pod(name.podUid()).map(Pod::workload).orElse(Workload.UNKNOWN);
    write(workload, json);
    json.writeArrayFieldStart("containers");
    write(name.id(), name.container(), Optional.empty(), json);
    end(json);
  }

  private static void begin(String uid, String namespace, String name, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    Fields fields = new Fields(json);
    fields.text("group_uid", uid);
    fields.text("namespace", namespace);
    fields.text("pod", name);
  }

  private static void write(Workload workload, JsonGenerator json) throws IOException {
    new Fields(json).text("workload", workload.name());
    new Fields(json).text("workload_kind", workload.kind());
  }

  private static void end(JsonGenerator json) throws IOException {
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(String id, String name, Optional<Long> restarts, JsonGenerator json)
      throws IOException {
    if (id.isEmpty()) return;
    json.writeStartObject();
    Fields fields = new Fields(json);
    fields.text("id", id);
    fields.text("name", name);
    if (restarts.isPresent()) fields.number("restarts", restarts.get());
    json.writeEndObject();
  }
}
