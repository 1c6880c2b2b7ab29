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

  private static final Scope CHOSEN_CLUSTER = new Scope("cluster=~\"$cluster\"");
  private static final Scope CHOSEN_JOB = CHOSEN_CLUSTER.and("job=~\"$job\"");
  private static final Scope CHOSEN_NAMESPACE = NODES.and("namespace=~\"$namespace\"");
  private static final Scope CHOSEN_WORKLOAD = CHOSEN_NAMESPACE.and("workload=~\"$workload\"");
  private static final String POD_FAMILY = "pod_memory_usage_bytes";

  static final Variable CLUSTER =
      Variable.any("cluster", "Cluster", "label_values(plimsoll_node_load1, cluster)");
  static final Variable JOB =
      Variable.many("job", "Job", CHOSEN_CLUSTER.values("node_load1", "job"));
  static final Variable ONE_NODE =
      Variable.one("instance", "Node", CHOSEN_JOB.values("node_load1", "instance"));
  static final Variable MANY_NODES =
      Variable.many("instance", "Node", CHOSEN_JOB.values("node_load1", "instance"));
  static final Variable NAMESPACE =
      Variable.any("namespace", "Namespace", NODES.values(POD_FAMILY, "namespace"));
  static final Variable WORKLOAD =
      Variable.any("workload", "Workload", CHOSEN_NAMESPACE.values(POD_FAMILY, "workload"));
  static final Variable MANY_PODS =
      Variable.many("pod", "Pod", CHOSEN_WORKLOAD.values(POD_FAMILY, "pod"));
  static final Variable ONE_POD =
      Variable.one("pod", "Pod", CHOSEN_WORKLOAD.values(POD_FAMILY, "pod"));
  static final Variable CONTAINER =
      Variable.many(
          "container", "Container", PODS.values("container_memory_usage_bytes", "container"));

  /// What every dashboard of several nodes begins with.
  static final List<Variable> FLEET = List.of(CLUSTER, JOB, MANY_NODES);

  Scope and(String more) {
    return new Scope(matchers + ", " + more);
  }

  /// The values that a label of a family has.
  private String values(String family, String label) {
    return "label_values(" + of(family) + ", " + label + ')';
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
