package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.PODS;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.sum;

import dev.plimsoll.dashboards.grafana.Dashboard;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;
import java.util.List;

/// A pod, or all pods of a workload: what its containers use and what goes wrong.
final class PodDashboard {
  static final String CONTAINER = "namespace, pod, container";

  private PodDashboard() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "plimsoll-pod",
        "Plimsoll / Pod",
        "A pod, or all pods of a workload: CPU, memory, network and disk of its containers, restarts and OOM kills.",
        List.of(
            Scope.CLUSTER,
            Scope.JOB,
            Scope.MANY_NODES,
            Scope.NAMESPACE,
            Scope.WORKLOAD,
            Scope.MANY_PODS),
        Events.ofPods(),
        List.of(overview(), containers(), PodUse.cpu(), PodUse.memory(), PodUse.traffic()));
  }

  private static Row overview() {
    return Row.of("Overview", pods(), ready(), restarts(), kills(), cpu(), memory());
  }

  private static Panel pods() {
    return Panel.number("Pods", "Pods that are chosen above.", Unit.NUMBER)
        .query("count(" + PODS.of("pod_memory_usage_bytes") + ")", "pods");
  }

  private static Panel ready() {
    return Panel.number("Ready", "Pods that take traffic.", Unit.NUMBER)
        .query("sum(" + PODS.of("pod_ready") + ")", "ready");
  }

  private static Panel restarts() {
    return Panel.number("Restarts", "Restarts of containers in the time shown.", Unit.NUMBER)
        .bounds(".*", 1, 5)
        .query("sum(" + PODS.inAll("container_restarts_total") + ")", "restarts");
  }

  private static Panel kills() {
    return Panel.number(
            "OOM kills",
            "Processes that the OOM killer ended in the time shown, also those whose container lived on.",
            Unit.NUMBER)
        .bounds(".*", 1, 5)
        .query("sum(" + PODS.inAll("pod_oom_kills_total") + ")", "killed");
  }

  private static Panel cpu() {
    return Panel.number("CPUs", "CPUs that all containers used.", Unit.NUMBER)
        .query("sum(" + PODS.rate("pod_cpu_usage_seconds_total") + ")", "CPUs");
  }

  private static Panel memory() {
    return Panel.number("Memory", "Working set of all containers.", Unit.BYTES)
        .query("sum(" + PODS.of("pod_memory_working_set_bytes") + ")", "working set");
  }

  private static Row containers() {
    return Row.of("Containers", table());
  }

  private static Panel table() {
    return Panel.table(
            "Containers",
            "What each uses and may use. Click on a container for its processes, on a pod to see it alone.")
        .high(9)
        .query(sum(CONTAINER, PODS.rate("container_cpu_usage_seconds_total")), "CPUs")
        .query(max(CONTAINER, PODS.of("container_cpu_limit_cores")), "CPU limit")
        .query(
            Scope.share(
                sum(CONTAINER, PODS.rate("container_cpu_throttled_periods_total")),
                sum(CONTAINER, PODS.rate("container_cpu_periods_total"))),
            "Throttled")
        .query(max(CONTAINER, PODS.of("container_memory_working_set_bytes")), "Memory")
        .query(max(CONTAINER, PODS.of("container_memory_limit_bytes")), "Memory limit")
        .query(
            max(CONTAINER, PODS.of("container_memory_unreclaimable_limit_ratio")), "Of the limit")
        .query(max(CONTAINER, PODS.of("container_tasks")), "Tasks")
        .query(sum(CONTAINER, PODS.inAll("container_restarts_total")), "Restarts")
        .unit("^Memory( limit)?$", Unit.BYTES)
        .unit("^(Throttled|Of the limit)$", Unit.RATIO)
        .bounds("^Throttled$", 0.1, 0.25)
        .bounds("^Of the limit$", 0.8, 0.9)
        .bounds("^Restarts$", 1, 5)
        .link("^Container$", Links.CONTAINER)
        .link("^Pod$", Links.POD);
  }
}
