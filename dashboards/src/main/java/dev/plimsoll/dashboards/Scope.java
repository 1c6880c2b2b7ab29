package dev.plimsoll.dashboards;

import dev.plimsoll.dashboards.grafana.Variable;
import java.util.List;

/// Of which series a dashboard tells: matchers by its variables, the same in every query.
///
/// @param matchers as PromQL has them between braces
record Scope(String matchers) {
  /// Of the chosen nodes.
  static final Scope NODES =
      new Scope("cluster=~\"$cluster\", job=~\"$job\", instance=~\"$instance\"");

  /// Of the chosen pods.
  static final Scope PODS =
      NODES.and("namespace=~\"$namespace\", workload=~\"$workload\", pod=~\"$pod\"");

  /// Of the chosen containers.
  static final Scope CONTAINERS = PODS.and("container=~\"$container\"");

  private static final String NODE_VALUES = "label_values(plimsoll_node_load1{%s}, %s)";
  private static final String POD_VALUES = "label_values(plimsoll_pod_memory_usage_bytes{%s}, %s)";
  private static final String CLUSTER_AND_JOB = "cluster=~\"$cluster\", job=~\"$job\"";

  static final Variable CLUSTER =
      Variable.any("cluster", "Cluster", "label_values(plimsoll_node_load1, cluster)");
  static final Variable JOB =
      Variable.many("job", "Job", NODE_VALUES.formatted("cluster=~\"$cluster\"", "job"));
  static final Variable ONE_NODE =
      Variable.one("instance", "Node", NODE_VALUES.formatted(CLUSTER_AND_JOB, "instance"));
  static final Variable MANY_NODES =
      Variable.many("instance", "Node", NODE_VALUES.formatted(CLUSTER_AND_JOB, "instance"));
  static final Variable NAMESPACE =
      Variable.any("namespace", "Namespace", POD_VALUES.formatted(NODES.matchers, "namespace"));
  static final Variable WORKLOAD =
      Variable.any(
          "workload",
          "Workload",
          POD_VALUES.formatted(NODES.and("namespace=~\"$namespace\"").matchers, "workload"));
  private static final String PODS_OF_WORKLOAD =
      POD_VALUES.formatted(
          NODES.and("namespace=~\"$namespace\", workload=~\"$workload\"").matchers, "pod");
  static final Variable MANY_PODS = Variable.many("pod", "Pod", PODS_OF_WORKLOAD);
  static final Variable ONE_POD = Variable.one("pod", "Pod", PODS_OF_WORKLOAD);
  static final Variable CONTAINER =
      Variable.many(
          "container",
          "Container",
          "label_values(plimsoll_container_memory_usage_bytes{%s}, container)"
              .formatted(PODS.matchers));

  /// What every dashboard of several nodes begins with.
  static final List<Variable> FLEET = List.of(CLUSTER, JOB, MANY_NODES);

  Scope and(String more) {
    return new Scope(matchers + ", " + more);
  }

  /// A family, its name without `plimsoll_`.
  String of(String family) {
    return "plimsoll_" + family + '{' + matchers + '}';
  }

  String of(String family, String more) {
    return and(more).of(family);
  }

  /// What a counter gains in a second.
  String rate(String family) {
    return "rate(" + of(family) + "[$__rate_interval])";
  }

  String rate(String family, String more) {
    return and(more).rate(family);
  }

  /// What a counter gains in a step of the panel.
  String increase(String family) {
    return "increase(" + of(family) + "[$__rate_interval])";
  }

  /// What a counter gained in the whole time that is shown.
  String inAll(String family) {
    return "increase(" + of(family) + "[$__range])";
  }

  String inAll(String family, String more) {
    return and(more).inAll(family);
  }

  static String sum(String by, String expr) {
    return "sum by (" + by + ") (" + expr + ')';
  }

  static String max(String by, String expr) {
    return "max by (" + by + ") (" + expr + ')';
  }

  /// The largest, for tables: a fleet has more than anybody reads.
  static String top(String expr) {
    return "topk(20, " + expr + ')';
  }

  static String share(String part, String whole) {
    return part + " / (" + whole + " > 0)";
  }
}
