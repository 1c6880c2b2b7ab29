package dev.plimsoll.agent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.PodIdentity;
import dev.plimsoll.agent.pod.PodSpec;
import dev.plimsoll.agent.pod.PodStatus;
import dev.plimsoll.agent.pod.PodSummary;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes pods: what is kept of them, but for annotations, which may hold anything.
final class PodObject {
  private final ContainerObject containers;

  PodObject(Known known) {
    containers = new ContainerObject(known);
  }

  void write(Pod pod, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Fields fields = new Fields(json);
    write(pod.identity(), fields);
    json.writeObjectFieldStart("workload");
    fields.text("kind", pod.workload().kind());
    fields.text("name", pod.workload().name());
    json.writeEndObject();
    write(pod.spec(), fields);
    write(PodSummary.of(pod), fields);
    write(pod.status(), fields);
    json.writeArrayFieldStart("containers");
    for (PodContainer container : pod.containers()) containers.write(pod, container, json);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(PodIdentity who, Fields fields) throws IOException {
    fields.text("namespace", who.namespace());
    fields.text("name", who.name());
    fields.text("uid", who.uid());
    fields.text("group_uid", who.groupUid());
    fields.truth("static", who.isStatic());
    fields.texts("labels", who.labels());
    fields.time("created", who.created());
    fields.time("deletion", who.deletion());
    fields.number("deletion_grace_seconds", number(who.deletionGrace()));
  }

  private static void write(PodSpec spec, Fields fields) throws IOException {
    fields.text("node", spec.node());
    fields.text("service_account", spec.serviceAccount());
    fields.text("priority_class", spec.priorityClass());
    fields.text("restart_policy", spec.restartPolicy());
    fields.truth("host_network", spec.hostNetwork());
    fields.truth("host_pid", spec.hostPid());
    fields.number("grace_seconds", number(spec.grace()));
    fields.amounts("overhead", spec.overhead());
    fields.amounts("requests", spec.resources().requests());
    fields.amounts("limits", spec.resources().limits());
  }

  private static void write(PodSummary summary, Fields fields) throws IOException {
    fields.text("status", summary.status());
    fields.number("ready_containers", summary.ready());
    fields.number("total_containers", summary.total());
    fields.number("restarts", summary.restarts());
    fields.time("last_restart", summary.lastRestart());
  }

  private static void write(PodStatus status, Fields fields) throws IOException {
    fields.text("phase", status.phase());
    fields.text("reason", status.reason());
    fields.text("qos", status.qosClass());
    fields.text("host_ip", status.hostIp());
    fields.text("ip", status.podIp());
    fields.time("started", status.started());
    JsonGenerator json = fields.json();
    json.writeArrayFieldStart("conditions");
    for (PodStatus.Condition condition : status.conditions()) {
      json.writeStartObject();
      fields.text("type", condition.type());
      fields.text("status", condition.status());
      fields.text("reason", condition.reason());
      fields.time("since", condition.since());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static OptionalLong number(Optional<Long> number) {
    return number.map(OptionalLong::of).orElse(OptionalLong.empty());
  }
}
