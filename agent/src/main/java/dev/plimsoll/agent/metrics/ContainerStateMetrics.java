package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.ContainerStatus.Running;
import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import dev.plimsoll.agent.pod.ContainerStatus.Waiting;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.Resources;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `plimsoll_container_*` as the cluster tells of them: those that have not begun and those that
/// have ended too.
final class ContainerStateMetrics {
  private static final String PREFIX = "plimsoll_container_";

  private static final Family SPEC =
      family(
          "spec_info",
          Family.Type.INFO,
          "What part the container has in its pod: init, sidecar, main or ephemeral; and its image"
              + " (spec.containers).",
          "kind",
          "image");
  private static final Family STATE =
      family(
          "state",
          Family.Type.GAUGE,
          "1 for the state that the container is in: waiting, running or terminated, and why"
              + " (status.containerStatuses.state).",
          "state",
          "reason");
  private static final Family READY =
      family(
          "ready",
          Family.Type.GAUGE,
          "Whether the container is ready, 1 or 0 (status.containerStatuses.ready).");
  private static final Family RESTARTS =
      family(
          "restarts_total",
          Family.Type.COUNTER,
          "Restarts of the container (status.containerStatuses.restartCount).");
  private static final Family LAST_EXIT =
      family(
          "last_exit_time_seconds",
          Family.Type.GAUGE,
          "When the run before this one ended, in seconds since 1970, and how"
              + " (status.containerStatuses.lastState).",
          "reason",
          "exit_code");
  private static final Family CPU_REQUEST =
      family(
          "cpu_request_cores",
          Family.Type.GAUGE,
          "Cores that the container is promised (spec.containers.resources).");
  private static final Family MEMORY_REQUEST =
      family(
          "memory_request_bytes",
          Family.Type.GAUGE,
          "Bytes of memory that the container is promised (spec.containers.resources).");
  private static final Family STORAGE_LIMIT =
      family(
          "ephemeral_storage_limit_bytes",
          Family.Type.GAUGE,
          "Bytes of disk beyond which the pod is evicted (spec.containers.resources).");

  static final List<Family> FAMILIES =
      List.of(SPEC, STATE, READY, RESTARTS, LAST_EXIT, CPU_REQUEST, MEMORY_REQUEST, STORAGE_LIMIT);

  private ContainerStateMetrics() {}

  private static Family family(String name, Family.Type type, String help, String... more) {
    List<String> own = List.of("namespace", "pod", "container", "workload", "workload_kind");
    return new Family(
        PREFIX + name, type, help, Stream.concat(own.stream(), Stream.of(more)).toList());
  }

  /// @param podLabels those of the pod
  static void write(Pod pod, Labels podLabels, Sink sink) {
    for (PodContainer container : pod.containers()) {
      Labels labels = podLabels.add("container", container.name());
      String kind = container.kind().name().toLowerCase(Locale.ROOT);
      sink.sample(SPEC, labels.add("kind", kind).add("image", container.image()), 1);
      write(container.resources(), labels, sink);
      container.status().ifPresent(status -> write(status, labels, sink));
    }
  }

  private static void write(Resources resources, Labels labels, Sink sink) {
    resources.requests().get("cpu").ifPresent(cores -> sink.sample(CPU_REQUEST, labels, cores));
    resources
        .requests()
        .get("memory")
        .ifPresent(bytes -> sink.sample(MEMORY_REQUEST, labels, bytes));
    resources
        .limits()
        .get("ephemeral-storage")
        .ifPresent(bytes -> sink.sample(STORAGE_LIMIT, labels, bytes));
  }

  private static void write(ContainerStatus status, Labels labels, Sink sink) {
    sink.sample(STATE, state(status.state(), labels), 1);
    sink.sample(READY, labels, status.ready() ? 1 : 0);
    sink.sample(RESTARTS, labels, status.restarts());
    status.last().ifPresent(end -> writeLast(end, labels, sink));
  }

  private static Labels state(ContainerStatus.State state, Labels labels) {
    return switch (state) {
      case Waiting(String reason) -> labels.add("state", "waiting").add("reason", reason);
      case Running _ -> labels.add("state", "running").add("reason", "");
      case Terminated end -> labels.add("state", "terminated").add("reason", end.reason());
    };
  }

  private static void writeLast(Terminated end, Labels labels, Sink sink) {
    if (end.finished().isEmpty()) return;
    Labels how = labels.add("reason", end.reason()).add("exit_code", "" + end.exitCode());
    sink.sample(LAST_EXIT, how, end.finished().get().getEpochSecond());
  }
}
