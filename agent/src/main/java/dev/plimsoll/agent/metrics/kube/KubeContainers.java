package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.ContainerStatus.Running;
import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import dev.plimsoll.agent.pod.ContainerStatus.Waiting;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.Optional;

/// The containers of a pod, those that initialise it under names of their own.
final class KubeContainers {
  private static final KubeContainerFamilies MAIN =
      KubeContainerFamilies.of("kube_pod_container_", "container");
  private static final KubeContainerFamilies INIT =
      KubeContainerFamilies.of("kube_pod_init_container_", "init container");

  private KubeContainers() {}

  static void write(Pod pod, Labels own, Sink sink) {
    for (PodContainer container : pod.containers()) {
      switch (container.kind()) {
        case MAIN -> write(container, pod, MAIN, own, sink);
        case INIT, SIDECAR -> write(container, pod, INIT, own, sink);
        case EPHEMERAL -> {}
      }
    }
  }

  private static void write(
      PodContainer container, Pod pod, KubeContainerFamilies families, Labels own, Sink sink) {
    Labels labels = own.add("container", container.name());
    Labels placed = labels.add("node", pod.spec().node());
    families.requests().write(container.resources().requests(), placed, sink);
    families.limits().write(container.resources().limits(), placed, sink);
    container.status().ifPresent(status -> write(container, status, families, labels, sink));
  }

  private static void write(
      PodContainer container,
      ContainerStatus status,
      KubeContainerFamilies families,
      Labels labels,
      Sink sink) {
    sink.sample(families.info(), info(container, status, labels), 1);
    sink.sample(families.ready(), labels, status.ready() ? 1 : 0);
    sink.sample(families.restarts(), labels, status.restarts());
    writeState(status.state(), families, labels, sink);
    status.last().ifPresent(end -> writeLast(end, families, labels, sink));
  }

  private static Labels info(PodContainer container, ContainerStatus status, Labels labels) {
    String id = status.id().isEmpty() ? "" : status.runtime() + "://" + status.id();
    Labels info =
        labels.merge(
            Labels.of(
                "image", status.image(),
                "image_id", status.imageId(),
                "image_spec", container.image(),
                "container_id", id));
    return switch (container.kind()) {
      case SIDECAR -> info.add("restart_policy", "Always");
      case INIT -> info.add("restart_policy", "");
      case MAIN, EPHEMERAL -> info;
    };
  }

  private static void writeState(
      ContainerStatus.State state, KubeContainerFamilies families, Labels labels, Sink sink) {
    sink.sample(families.waiting(), labels, state instanceof Waiting ? 1 : 0);
    sink.sample(families.running(), labels, state instanceof Running ? 1 : 0);
    sink.sample(families.terminated(), labels, state instanceof Terminated ? 1 : 0);
    switch (state) {
      case Waiting(String reason) -> {
        if (!reason.isEmpty()) {
          sink.sample(families.waitingReason(), labels.add("reason", reason), 1);
        }
      }
      case Running(Optional<Instant> since) -> writeStart(since, families, labels, sink);
      case Terminated end -> {
        if (!end.reason().isEmpty()) {
          sink.sample(families.terminatedReason(), labels.add("reason", end.reason()), 1);
        }
        writeStart(end.started(), families, labels, sink);
      }
    }
  }

  private static void writeStart(
      Optional<Instant> start, KubeContainerFamilies families, Labels labels, Sink sink) {
    start.ifPresent(at -> sink.sample(families.started(), labels, at.getEpochSecond()));
  }

  private static void writeLast(
      Terminated end, KubeContainerFamilies families, Labels labels, Sink sink) {
    if (!end.reason().isEmpty()) {
      sink.sample(families.lastReason(), labels.add("reason", end.reason()), 1);
    }
    sink.sample(families.lastExitCode(), labels, end.exitCode());
    end.finished().ifPresent(at -> sink.sample(families.lastTime(), labels, at.getEpochSecond()));
  }
}
