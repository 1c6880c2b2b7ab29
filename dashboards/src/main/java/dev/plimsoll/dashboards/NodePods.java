package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.NODES;
import static dev.plimsoll.dashboards.Scope.sum;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// Who uses the node.
final class NodePods {
  private static final String POD = "namespace, pod";

  private NodePods() {}

  static Row row() {
    return Row.of("Pods", table(), cpu(), memory());
  }

  private static Panel table() {
    return Panel.table(
            "Pods on this node",
            "What each pod uses of the node now. A click on its name leads to it.")
        .high(10)
        .query(sum(POD, NODES.rate("pod_cpu_usage_seconds_total")), "CPUs")
        .query(sum(POD, NODES.of("pod_memory_working_set_bytes")), "Memory")
        .query(
            Scope.max(POD, NODES.of("container_memory_unreclaimable_limit_ratio")),
            "Nearest to a limit")
        .query(sum(POD, NODES.of("pod_tasks")), "Tasks")
        .query(sum(POD, NODES.inAll("container_restarts_total")), "Restarts")
        .query(sum(POD, NODES.inAll("pod_oom_kills_total")), "OOM kills")
        .unit("^Memory$", Unit.BYTES)
        .unit("^Nearest to a limit$", Unit.RATIO)
        .bounds("^Nearest to a limit$", 0.8, 0.9)
        .bounds("^(Restarts|OOM kills)$", 1, 3)
        .link("^Pod$", Links.POD);
  }

  private static Panel cpu() {
    return Panel.lines(
            "CPU of the largest pods", "CPUs that the ten busiest pods used.", Unit.NUMBER)
        .query(
            "topk(10, " + sum(POD, NODES.rate("pod_cpu_usage_seconds_total")) + ")",
            "{{namespace}}/{{pod}}")
        .link(".*", Links.POD_OF_LINE);
  }

  private static Panel memory() {
    return Panel.lines(
            "Memory of the largest pods",
            "Working set of the ten largest pods: what cannot be taken back at once.",
            Unit.BYTES)
        .query(
            "topk(10, " + sum(POD, NODES.of("pod_memory_working_set_bytes")) + ")",
            "{{namespace}}/{{pod}}")
        .link(".*", Links.POD_OF_LINE);
  }

  static Row others() {
    return Row.of("Outside pods", units(), processes());
  }

  private static Panel units() {
    return Panel.lines(
            "Memory of systemd units",
            "Working set of the ten largest units that are not pods: the kubelet and the runtime among them.",
            Unit.BYTES)
        .query(
            "topk(10, "
                + sum("unit", NODES.of("unit_memory_working_set_bytes", "unit!~\".*kubepods.*\""))
                + ")",
            "{{unit}}");
  }

  private static Panel processes() {
    return Panel.lines(
            "CPU of the host's processes",
            "CPUs that the ten busiest groups of processes outside containers used.",
            Unit.NUMBER)
        .query(
            "topk(10, "
                + sum("process", NODES.rate("process_cpu_seconds_total", "container=\"\""))
                + ")",
            "{{process}}");
  }
}
