package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodStatus;
import dev.plimsoll.agent.pod.PodStatus.Condition;
import dev.plimsoll.agent.pod.PodTable;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `plimsoll_pod_*`: how it stands with pods, as the kubelet or the API server tells.
final class PodStateMetrics {
  private static final String PREFIX = "plimsoll_pod_";

  private static final Family INFO =
      gauge(
          "info",
          Family.Type.INFO,
          "Which pod has this name now, and where (metadata, spec, status).",
          "uid",
          "node",
          "qos",
          "priority_class",
          "host_network",
          "pod_ip");
  private static final Family PHASE =
      gauge("phase", "1 for the phase that the pod is in (status.phase).", "phase");
  private static final Family REASON =
      gauge("reason", "1 where the pod's phase has a reason (status.reason).", "reason");
  private static final Family READY =
      gauge("ready", "Whether the pod takes traffic, 1 or 0 (status.conditions, Ready).");
  private static final Family CREATED =
      gauge(
          "created_time_seconds",
          "When the pod was made, in seconds since 1970 (metadata.creationTimestamp).");
  private static final Family STARTUP =
      gauge(
          "startup_seconds",
          "Seconds from the pod's creation until it last reached this stage, while it is there:"
              + " scheduled, taken_on, initialized, containers_ready, ready (status.conditions).",
          "stage");
  private static final Family DELETION =
      gauge(
          "deletion_deadline_time_seconds",
          "When a pod that is being deleted will be killed at the latest, in seconds since 1970"
              + " (metadata.deletionTimestamp).");
  private static final Family GRACE =
      gauge(
          "termination_grace_seconds",
          "Seconds between SIGTERM and SIGKILL (spec.terminationGracePeriodSeconds).");

  static final List<Family> FAMILIES =
      Stream.concat(
              Stream.of(INFO, PHASE, REASON, READY, CREATED, STARTUP, DELETION, GRACE),
              ContainerStateMetrics.FAMILIES.stream())
          .toList();

  private PodStateMetrics() {}

  private static Family gauge(String name, String help, String... more) {
    return gauge(name, Family.Type.GAUGE, help, more);
  }

  private static Family gauge(String name, Family.Type type, String help, String... more) {
    List<String> own = List.of("namespace", "pod", "workload", "workload_kind");
    return new Family(
        PREFIX + name, type, help, Stream.concat(own.stream(), Stream.of(more)).toList());
  }

  static void write(PodTable pods, Sink sink) {
    for (Pod pod : pods.current()) {
      Labels labels =
          Labels.of(
              "namespace", pod.namespace(),
              "pod", pod.name(),
              "workload", pod.workload().name(),
              "workload_kind", pod.workload().kind());
      write(pod, labels, sink);
      writeStartup(pod, labels, sink);
      ContainerStateMetrics.write(pod, labels, sink);
    }
  }

  private static void write(Pod pod, Labels labels, Sink sink) {
    PodStatus status = pod.status();
    sink.sample(INFO, info(pod, labels), 1);
    if (!status.phase().isEmpty()) sink.sample(PHASE, labels.add("phase", status.phase()), 1);
    if (!status.reason().isEmpty()) sink.sample(REASON, labels.add("reason", status.reason()), 1);
    status
        .condition("Ready")
        .ifPresent(ready -> sink.sample(READY, labels, ready.isTrue() ? 1 : 0));
    pod.identity().created().ifPresent(at -> sink.sample(CREATED, labels, at.getEpochSecond()));
    pod.identity().deletion().ifPresent(at -> sink.sample(DELETION, labels, at.getEpochSecond()));
    pod.spec().grace().ifPresent(seconds -> sink.sample(GRACE, labels, seconds));
  }

  private static Labels info(Pod pod, Labels labels) {
    return labels.merge(
        Labels.of(
            "uid", pod.identity().uid(),
            "node", pod.spec().node(),
            "qos", pod.status().qosClass(),
            "priority_class", pod.spec().priorityClass(),
            "host_network", Boolean.toString(pod.spec().hostNetwork()),
            "pod_ip", pod.status().podIp()));
  }

  private static void writeStartup(Pod pod, Labels labels, Sink sink) {
    Optional<Instant> created = pod.identity().created();
    if (created.isEmpty()) return;
    write("scheduled", created.get(), since(pod, "PodScheduled"), labels, sink);
    write("taken_on", created.get(), pod.status().started(), labels, sink);
    write("initialized", created.get(), since(pod, "Initialized"), labels, sink);
    write("containers_ready", created.get(), since(pod, "ContainersReady"), labels, sink);
    write("ready", created.get(), since(pod, "Ready"), labels, sink);
  }

  private static void write(
      String stage, Instant created, Optional<Instant> reached, Labels labels, Sink sink) {
    reached.ifPresent(
        at -> {
          long seconds = Math.max(0, Duration.between(created, at).toSeconds());
          sink.sample(STARTUP, labels.add("stage", stage), seconds);
        });
  }

  private static Optional<Instant> since(Pod pod, String condition) {
    return pod.status().condition(condition).filter(Condition::isTrue).flatMap(Condition::since);
  }
}
