package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.NODES;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.sum;
import static dev.plimsoll.dashboards.Scope.top;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// Pods and workloads of all nodes.
final class FleetPods {
  private static final String CONTAINER = "namespace, pod, container";
  private static final String WORKLOAD = "namespace, workload, workload_kind";

  private FleetPods() {}

  static Row attention() {
    return Row.of("Containers that need attention", memory(), throttled(), restarts(), probes());
  }

  private static Panel memory() {
    return half(
            "Nearest to their memory limit",
            "Memory that cannot be taken back, as a share of the limit. At 100 % the OOM killer comes.")
        .query(
            top(max(CONTAINER, NODES.of("container_memory_unreclaimable_limit_ratio"))), "Of limit")
        .unit("^Of limit$", Unit.RATIO)
        .bounds("^Of limit$", 0.8, 0.9);
  }

  private static Panel throttled() {
    return half(
            "Most throttled",
            "Share of the periods in which the container had used up its CPU quota and stood still.")
        .query(
            top(
                Scope.share(
                    sum(CONTAINER, NODES.rate("container_cpu_throttled_periods_total")),
                    sum(CONTAINER, NODES.rate("container_cpu_periods_total")))),
            "Throttled")
        .unit("^Throttled$", Unit.RATIO)
        .bounds("^Throttled$", 0.1, 0.25);
  }

  private static Panel restarts() {
    return half("Most restarts", "Restarts of containers in the time shown.")
        .query(top(sum(CONTAINER, NODES.inAll("container_restarts_total"))) + " > 0", "Restarts")
        .bounds("^Restarts$", 1, 5);
  }

  private static Panel probes() {
    return half(
            "Probes nearest to their threshold",
            "Consecutive failures as a share of the threshold at which the kubelet acts; only probes that fail now.")
        .query(
            top(max(CONTAINER + ", probe", NODES.of("probe_failure_threshold_ratio"))) + " > 0",
            "Of threshold")
        .unit("^Of threshold$", Unit.RATIO)
        .bounds("^Of threshold$", 0.5, 1);
  }

  private static Panel half(String title, String description) {
    return Panel.table(title, description)
        .wide(12)
        .link("^Pod$", Links.POD)
        .link("^Container$", Links.CONTAINER);
  }

  static Row workloads() {
    return Row.of("Workloads", table(), cpu(), workingSet());
  }

  private static Panel table() {
    return Panel.table(
            "Workloads",
            "The twenty that use most CPU, with what they asked for and what they use.")
        .high(10)
        .query(top(sum(WORKLOAD, NODES.rate("container_cpu_usage_seconds_total"))), "CPUs")
        .query(sum(WORKLOAD, NODES.of("container_cpu_request_cores")), "CPUs asked for")
        .query(sum(WORKLOAD, NODES.of("container_memory_working_set_bytes")), "Memory")
        .query(sum(WORKLOAD, NODES.of("container_memory_request_bytes")), "Memory asked for")
        .unit("^Memory", Unit.BYTES)
        .link("^Workload$", Links.WORKLOAD);
  }

  private static Panel cpu() {
    return Panel.lines("CPU by workload", "CPUs that the ten busiest workloads used.", Unit.NUMBER)
        .query(
            "topk(10, " + sum(WORKLOAD, NODES.rate("container_cpu_usage_seconds_total")) + ")",
            "{{namespace}}/{{workload}}");
  }

  private static Panel workingSet() {
    return Panel.lines(
            "Memory by workload", "Working set of the ten largest workloads.", Unit.BYTES)
        .query(
            "topk(10, " + sum(WORKLOAD, NODES.of("container_memory_working_set_bytes")) + ")",
            "{{namespace}}/{{workload}}");
  }
}
