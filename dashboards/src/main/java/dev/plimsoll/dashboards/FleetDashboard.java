package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.NODES;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.share;
import static dev.plimsoll.dashboards.Scope.sum;

import dev.plimsoll.dashboards.grafana.Dashboard;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;
import java.util.List;

/// All nodes side by side: which one to look at.
final class FleetDashboard {
  private static final String IDLE =
      sum("instance", NODES.rate("node_cpu_seconds_total", "mode=~\"idle|iowait\""));
  private static final String CPU =
      "1 - " + IDLE + " / " + sum("instance", NODES.rate("node_cpu_seconds_total"));
  private static final String MEMORY =
      max(
          "instance",
          "1 - "
              + NODES.of("node_memory_available_bytes")
              + " / "
              + NODES.of("node_memory_total_bytes"));
  private static final String PRESSURE =
      max("instance", NODES.rate("node_pressure_seconds_total", "kind=\"some\""));

  private FleetDashboard() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "plimsoll-fleet",
        "Plimsoll / Fleet",
        "All nodes side by side, and the pods that need somebody's attention.",
        Scope.FLEET,
        Events.ofNode(),
        List.of(overview(), nodes(), FleetPods.attention(), FleetPods.workloads()));
  }

  private static Row overview() {
    return Row.of("Overview", count(), pods(), cpu(), memory(), kills(), restarts());
  }

  private static Panel count() {
    return Panel.number("Nodes", "Nodes that Plimsoll tells of.", Unit.NUMBER)
        .query("count(" + NODES.of("node_load1") + ")", "nodes");
  }

  private static Panel pods() {
    return Panel.number("Pods", "Pods on these nodes, by their control groups.", Unit.NUMBER)
        .query("count(" + NODES.of("pod_memory_usage_bytes") + ")", "pods");
  }

  private static Panel cpu() {
    return Panel.number(
            "CPU in use", "Share of all processors of all nodes that is in use.", Unit.RATIO)
        .ofWhole()
        .bounds(".*", 0.8, 0.9)
        .query(
            "1 - sum("
                + NODES.rate("node_cpu_seconds_total", "mode=~\"idle|iowait\"")
                + ") / sum("
                + NODES.rate("node_cpu_seconds_total")
                + ")",
            "in use");
  }

  private static Panel memory() {
    return Panel.number(
            "Memory in use",
            "Share of all nodes' memory that programs could not be given without swapping.",
            Unit.RATIO)
        .ofWhole()
        .bounds(".*", 0.8, 0.9)
        .query(
            "1 - sum("
                + NODES.of("node_memory_available_bytes")
                + ") / sum("
                + NODES.of("node_memory_total_bytes")
                + ")",
            "in use");
  }

  private static Panel kills() {
    return Panel.number(
            "OOM kills",
            "Processes that the kernel killed for want of memory in the time shown.",
            Unit.NUMBER)
        .bounds(".*", 1, 10)
        .query("sum(" + NODES.inAll("node_oom_kills_total") + ")", "killed");
  }

  private static Panel restarts() {
    return Panel.number("Restarts", "Restarts of containers in the time shown.", Unit.NUMBER)
        .bounds(".*", 1, 10)
        .query("sum(" + NODES.inAll("container_restarts_total") + ")", "restarts");
  }

  private static Row nodes() {
    return Row.of("Nodes", table(), line("CPU", CPU), line("Memory", MEMORY), pressure(), disks());
  }

  private static Panel table() {
    return Panel.table("Nodes", "One line for each node. A click on its name leads to it.")
        .high(10)
        .query(CPU, "CPU")
        .query(MEMORY, "Memory")
        .query(PRESSURE, "Highest pressure")
        .query(
            max(
                "instance",
                "1 - "
                    + share(
                        NODES.of("node_filesystem_available_bytes", "fstype!=\"tmpfs\""),
                        NODES.of("node_filesystem_size_bytes", "fstype!=\"tmpfs\""))),
            "Fullest filesystem")
        .query("count by (instance) (" + NODES.of("pod_memory_usage_bytes") + ")", "Pods")
        .query(sum("instance", NODES.inAll("node_oom_kills_total")), "OOM kills")
        .query(max("instance", NODES.of("node_uptime_seconds")), "Up for")
        .unit("^(CPU|Memory|Highest pressure|Fullest filesystem)$", Unit.RATIO)
        .unit("^Up for$", Unit.SECONDS)
        .bounds("^(CPU|Memory|Fullest filesystem)$", 0.8, 0.9)
        .bounds("^Highest pressure$", 0.2, 0.5)
        .bounds("^OOM kills$", 1, 10)
        .link("^Node$", Links.NODE);
  }

  private static Panel line(String what, String expr) {
    return Panel.lines(what + " in use", "Share of each node's " + what + " in use.", Unit.RATIO)
        .ofWhole()
        .query(expr, "{{instance}}")
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Panel pressure() {
    return Panel.lines(
            "Highest pressure",
            "Of CPU, memory and I/O the one for which tasks of the node stood still longest, as a share of time.",
            Unit.RATIO)
        .query(PRESSURE, "{{instance}}")
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Panel disks() {
    return Panel.lines(
            "Busiest disk", "Share of time in which the node's busiest disk had work.", Unit.RATIO)
        .query(max("instance", NODES.rate("node_disk_busy_seconds_total")), "{{instance}}")
        .link(".*", Links.NODE_OF_LINE);
  }
}
