package dev.plimsoll.dashboards;

import dev.plimsoll.dashboards.grafana.Colour;
import dev.plimsoll.dashboards.grafana.Dashboard;
import dev.plimsoll.dashboards.grafana.Dashboard.Annotation;
import dev.plimsoll.dashboards.grafana.Variable;
import java.util.List;

/// One node: how loaded it is, and with what.
final class NodeDashboard {
  private static final String NODE = "{job=~\"$job\", instance=~\"$instance\"}";

  private NodeDashboard() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "plimsoll-node",
        "Plimsoll / Node",
        "How loaded a node is: processors, memory, pressure, disks, filesystems, network.",
        List.of(
            new Variable("job", "Job", "label_values(plimsoll_node_load1, job)", true),
            new Variable(
                "instance",
                "Node",
                "label_values(plimsoll_node_load1{job=~\"$job\"}, instance)",
                false)),
        List.of(
            new Annotation(
                "Restart of the node",
                "changes(" + node("boot_time_seconds") + "[$__rate_interval]) > 0",
                Colour.INTERRUPT),
            new Annotation(
                "Out of memory",
                "increase(" + node("oom_kills_total") + "[$__rate_interval]) > 0",
                Colour.ERROR)),
        List.of(
            NodeOverview.row(),
            NodeProcessors.row(),
            NodeMemory.row(),
            NodePressure.row(),
            NodeDisks.row(),
            NodeDisks.filesystems(),
            NodeNetwork.row()));
  }

  /// A family of this node.
  static String node(String name) {
    return "plimsoll_node_" + name + NODE;
  }

  /// A family of this node with one more matcher.
  static String node(String name, String matcher) {
    return "plimsoll_node_" + name + NODE.replace("}", ", " + matcher + "}");
  }

  /// What a counter of this node gains in a second.
  static String rate(String name) {
    return "rate(" + node(name) + "[$__rate_interval])";
  }

  static String rate(String name, String matcher) {
    return "rate(" + node(name, matcher) + "[$__rate_interval])";
  }
}
