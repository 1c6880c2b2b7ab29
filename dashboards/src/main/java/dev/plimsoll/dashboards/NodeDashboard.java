package dev.plimsoll.dashboards;

import dev.plimsoll.dashboards.grafana.Dashboard;
import java.util.List;

/// One node: how loaded it is, and with what.
final class NodeDashboard {
  private NodeDashboard() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "plimsoll-node",
        "Plimsoll / Node",
        "How loaded a node is: processors, memory, pressure, disks, filesystems, network.",
        List.of(Scope.CLUSTER, Scope.JOB, Scope.ONE_NODE),
        Events.ofNode(),
        List.of(
            NodeOverview.row(),
            NodeProcessors.row(),
            NodeMemory.row(),
            NodePressure.row(),
            NodeDisks.row(),
            NodeDisks.filesystems(),
            NodeNetwork.row(),
            NodeNetwork.connections(),
            NodePods.row(),
            NodePods.others()));
  }

  /// A family of this node.
  static String node(String name) {
    return Scope.NODES.of("node_" + name);
  }

  /// A family of this node with one more matcher.
  static String node(String name, String matcher) {
    return Scope.NODES.of("node_" + name, matcher);
  }

  /// What a counter of this node gains in a second.
  static String rate(String name) {
    return Scope.NODES.rate("node_" + name);
  }

  static String rate(String name, String matcher) {
    return Scope.NODES.rate("node_" + name, matcher);
  }
}
