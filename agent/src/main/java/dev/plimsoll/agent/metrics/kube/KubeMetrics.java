package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.ClusterNode;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodTable;
import io.prometheus.metrics.model.snapshots.Labels;

/// `/metrics/kube`: what kube-state-metrics shows of this node and its pods. Pods that no node has
/// yet, and all that is neither, are not here. The uid of a static pod is that of its
/// configuration, where the kubelet tells.
public final class KubeMetrics {
  private KubeMetrics() {}

  /// @param labels which labels and annotations are shown
  public static void write(ClusterNode node, KubeLabels labels, Sink sink) {
    KubeNode.write(node, sink);
    labels.write(node, sink);
  }

  /// @param labels which labels and annotations of pods are shown
  public static void write(PodTable pods, KubeLabels labels, Sink sink) {
    for (Pod pod : pods.current()) {
      Labels own =
          Labels.of("namespace", pod.namespace(), "pod", pod.name(), "uid", pod.identity().uid());
      KubePod.write(pod, own, sink);
      KubePodStatus.write(pod, own, sink);
      KubePodTimes.write(pod, own, sink);
      labels.write(pod, own, sink);
      KubeContainers.write(pod, own, sink);
    }
  }
}
