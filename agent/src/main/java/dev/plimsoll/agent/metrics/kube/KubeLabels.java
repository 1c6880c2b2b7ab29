package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.ClusterNode;
import dev.plimsoll.agent.pod.Pod;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Labels and annotations of pods and labels of the node, those that the user allows.
///
/// @param labels names of labels that are shown; `*` for all
/// @param annotations names of annotations that are shown; `*` for all
/// @param nodeLabels names of the node's labels that are shown; `*` for all
public record KubeLabels(Set<String> labels, Set<String> annotations, Set<String> nodeLabels) {
  private static final String ALL = "*";
  private static final Pattern INNER_CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Family LABELS =
      KubePod.gauge("kube_pod_labels", "Kubernetes labels converted to Prometheus labels.");
  private static final Family ANNOTATIONS =
      KubePod.gauge(
          "kube_pod_annotations", "Kubernetes annotations converted to Prometheus labels.");

  private static final Family NODE_LABELS =
      Family.gauge("kube_node_labels", "Kubernetes labels converted to Prometheus labels.", "node");

  public KubeLabels {
    labels = Set.copyOf(labels);
    annotations = Set.copyOf(annotations);
    nodeLabels = Set.copyOf(nodeLabels);
  }

  /// None of the node's.
  public KubeLabels(Set<String> labels, Set<String> annotations) {
    this(labels, annotations, Set.of());
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

  void write(ClusterNode node, Sink sink) {
    write(NODE_LABELS, "label_", nodeLabels, node.labels(), Labels.of("node", node.name()), sink);
  }

  private static void write(
      Family family,
      String prefix,
      Set<String> allowed,
      Map<String, String> values,
      Labels own,
      Sink sink) {
    if (allowed.isEmpty()) return;
    Map<String, List<String>> named = new TreeMap<>();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              if (!isIn(allowed, name)) return;
              String label = prefix + inSnakeCase(labelName(name));
              named.computeIfAbsent(label, _ -> new ArrayList<>()).add(value);
            });
    Map<String, String> distinct = new TreeMap<>();
    named.forEach((name, same) -> number(name, same, distinct));
    String[] names = distinct.keySet().toArray(String[]::new);
    sink.sample(family, own.merge(names, distinct.values().toArray(String[]::new)), 1);
  }

  /// Where several names become the same, each has a number.
  private static void number(String name, List<String> same, Map<String, String> distinct) {
    if (same.size() == 1) distinct.putIfAbsent(name, same.getFirst());
    for (int number = 1; same.size() > 1 && number <= same.size(); number++) {
      distinct.put(name + "_conflict" + number, same.get(number - 1));
    }
  }

  /// `appName` is `app_name`.
  private static String inSnakeCase(String name) {
    return INNER_CAPITAL.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }

  /// A name from Kubernetes as part of a label's name: `app.kubernetes.io/name` is
  /// `app_kubernetes_io_name`.
  static String labelName(String name) {
    return name.replaceAll("[^0-9A-Za-z_]", "_");
  }
}
