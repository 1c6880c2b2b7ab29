package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.Pod;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Labels and annotations of pods, those that the user allows.
///
/// @param labels names of labels that are shown; `*` for all
/// @param annotations names of annotations that are shown; `*` for all
public record KubeLabels(Set<String> labels, Set<String> annotations) {
  private static final String ALL = "*";
  private static final Family LABELS =
      KubePod.gauge("kube_pod_labels", "Kubernetes labels converted to Prometheus labels.");
  private static final Family ANNOTATIONS =
      KubePod.gauge(
          "kube_pod_annotations", "Kubernetes annotations converted to Prometheus labels.");

  public KubeLabels {
    labels = Set.copyOf(labels);
    annotations = Set.copyOf(annotations);
  }

  /// Whether an annotation is shown, and has to be kept for that.
  public boolean hasAnnotation(String name) {
    return isIn(annotations, name);
  }

  private static boolean isIn(Set<String> allowed, String name) {
    return allowed.contains(ALL) || allowed.contains(name);
  }

  void write(Pod pod, Labels own, Sink sink) {
    write(LABELS, "label_", labels, pod.identity().labels(), own, sink);
    write(ANNOTATIONS, "annotation_", annotations, pod.identity().annotations(), own, sink);
  }

  private static void write(
      Family family,
      String prefix,
      Set<String> allowed,
      Map<String, String> values,
      Labels own,
      Sink sink) {
    if (allowed.isEmpty()) return;
    Map<String, String> named = new TreeMap<>();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              if (isIn(allowed, name)) named.put(free(prefix + labelName(name), named), value);
            });
    Labels all = own;
    for (Map.Entry<String, String> entry : named.entrySet()) {
      all = all.add(entry.getKey(), entry.getValue());
    }
    sink.sample(family, all, 1);
  }

  /// The name, or with a number where two become the same.
  private static String free(String name, Map<String, String> taken) {
    String free = name;
    for (int number = 1; taken.containsKey(free); number++) free = name + "_conflict" + number;
    return free;
  }

  /// A name from Kubernetes as part of a label's name: `app.kubernetes.io/name` is
  /// `app_kubernetes_io_name`.
  static String labelName(String name) {
    return name.replaceAll("[^0-9A-Za-z_]", "_");
  }
}
