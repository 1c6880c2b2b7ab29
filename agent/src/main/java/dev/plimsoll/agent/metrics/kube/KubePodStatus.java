package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodStatus;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Locale;

/// How it stands with a pod.
final class KubePodStatus {
  private static final List<String> PHASES =
      List.of("Pending", "Succeeded", "Failed", "Unknown", "Running");
  private static final List<String> REASONS =
      List.of(
          "Evicted",
          "NodeAffinity",
          "NodeLost",
          "Shutdown",
          "UnexpectedAdmissionError",
          "SchedulingGated");
  private static final List<String> CONDITIONS = List.of("true", "false", "unknown");

  private static final Family PHASE =
      KubePod.gauge("kube_pod_status_phase", "The pods current phase.", "phase");
  private static final Family READY =
      KubePod.gauge(
          "kube_pod_status_ready",
          "Describes whether the pod is ready to serve requests.",
          "condition");
  private static final Family SCHEDULED =
      KubePod.gauge(
          "kube_pod_status_scheduled",
          "Describes the status of the scheduling process for the pod.",
          "condition");
  private static final Family REASON =
      KubePod.gauge("kube_pod_status_reason", "The pod status reasons.", "reason");
  private static final Family QOS_CLASS =
      KubePod.gauge("kube_pod_status_qos_class", "The pods current qosClass.", "qos_class");

  private KubePodStatus() {}

  static void write(Pod pod, Labels own, Sink sink) {
    PodStatus status = pod.status();
    for (String phase : status.phase().isEmpty() ? List.<String>of() : PHASES) {
      sink.sample(PHASE, own.add("phase", phase), status.phase().equals(phase) ? 1 : 0);
    }
    write(SCHEDULED, "PodScheduled", status, own, sink);
    write(READY, "Ready", status, own, sink);
    for (String reason : REASONS) {
      sink.sample(REASON, own.add("reason", reason), hasReason(pod, reason) ? 1 : 0);
    }
    if (!status.qosClass().isEmpty()) {
      sink.sample(QOS_CLASS, own.add("qos_class", status.qosClass()), 1);
    }
  }

  private static void write(Family family, String type, PodStatus status, Labels own, Sink sink) {
    status
        .condition(type)
        .map(condition -> condition.status().toLowerCase(Locale.ROOT))
        .ifPresent(
            now -> {
              for (String condition : CONDITIONS) {
                sink.sample(family, own.add("condition", condition), condition.equals(now) ? 1 : 0);
              }
            });
  }

  private static boolean hasReason(Pod pod, String reason) {
    return pod.status().reason().equals(reason)
        || pod.status().conditions().stream().anyMatch(each -> each.reason().equals(reason))
        || pod.containers().stream()
            .flatMap(container -> container.status().stream())
            .anyMatch(
                status -> status.state() instanceof Terminated end && end.reason().equals(reason));
  }
}
