package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.PodStatus.Condition;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// When what happened to a pod, in seconds since 1970.
final class KubePodTimes {
  private static final Family CREATED =
      KubePod.gauge("kube_pod_created", "Unix creation timestamp.");
  private static final Family STARTED =
      KubePod.gauge("kube_pod_start_time", "Start time in unix timestamp for a pod.");
  private static final Family COMPLETED =
      KubePod.gauge("kube_pod_completion_time", "Completion time in unix timestamp for a pod.");
  private static final Family DELETION =
      KubePod.gauge("kube_pod_deletion_timestamp", "Unix deletion timestamp.");
  private static final Family SCHEDULED =
      KubePod.gauge(
          "kube_pod_status_scheduled_time", "Unix timestamp when pod moved into scheduled status.");
  private static final Family INITIALIZED =
      KubePod.gauge(
          "kube_pod_status_initialized_time",
          "Initialized achieved time in unix timestamp for a pod.");
  private static final Family READY =
      KubePod.gauge(
          "kube_pod_status_ready_time", "Readiness achieved time in unix timestamp for a pod.");
  private static final Family CONTAINERS_READY =
      KubePod.gauge(
          "kube_pod_status_container_ready_time",
          "Readiness achieved time in unix timestamp for a pod containers.");

  private KubePodTimes() {}

  static void write(Pod pod, Labels own, Sink sink) {
    write(CREATED, pod.identity().created(), own, sink);
    write(STARTED, pod.status().started(), own, sink);
    write(COMPLETED, completed(pod), own, sink);
    write(DELETION, pod.identity().deletion(), own, sink);
    write(SCHEDULED, since(pod, "PodScheduled"), own, sink);
    write(INITIALIZED, since(pod, "Initialized"), own, sink);
    write(READY, since(pod, "Ready"), own, sink);
    write(CONTAINERS_READY, since(pod, "ContainersReady"), own, sink);
  }

  private static void write(Family family, Optional<Instant> time, Labels own, Sink sink) {
    time.ifPresent(at -> sink.sample(family, own, at.getEpochSecond()));
  }

  private static Optional<Instant> since(Pod pod, String condition) {
    return pod.status().condition(condition).filter(Condition::isTrue).flatMap(Condition::since);
  }

  private static Optional<Instant> completed(Pod pod) {
    return pod.containers().stream()
        .filter(container -> container.kind() == PodContainer.Kind.MAIN)
        .flatMap(container -> container.status().stream())
        .flatMap(
            status ->
                status.state() instanceof Terminated end
                    ? end.finished().stream()
                    : Stream.<Instant>empty())
        .max(Comparator.naturalOrder());
  }
}
