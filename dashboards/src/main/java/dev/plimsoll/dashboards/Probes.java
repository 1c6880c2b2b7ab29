package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.PODS;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.sum;
import static dev.plimsoll.dashboards.Scope.top;

import dev.plimsoll.dashboards.grafana.Colour;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// What the kubelet's probes found, and how near it is to acting.
final class Probes {
  private static final String PROBE = "namespace, pod, container, probe";
  private static final String NAME = "{{pod}}/{{container}} {{probe}}";

  private Probes() {}

  static Row row() {
    return Row.of("Probes", table(), streak());
  }

  private static Panel table() {
    return Panel.table(
            "Probes",
            "Consecutive failures and the threshold at which the kubelet acts: it restarts the container (liveness,"
                + " startup) or takes it out of its services (readiness).")
        .wide(14)
        .high(10)
        .query(top(max(PROBE, PODS.of("probe_failure_threshold_ratio"))), "Of the threshold")
        .query(max(PROBE, PODS.of("probe_consecutive_failures")), "Failures in a row")
        .query(max(PROBE, PODS.of("probe_failure_threshold")), "Threshold")
        .query(max(PROBE, PODS.of("probe_period_seconds")), "Every")
        .query(max(PROBE, PODS.of("probe_timeout_seconds")), "Timeout")
        .query("time() - " + max(PROBE, PODS.of("probe_last_success_time_seconds")), "Last success")
        .unit("^Of the threshold$", Unit.RATIO)
        .unit("^(Every|Timeout|Last success)$", Unit.SECONDS)
        .bounds("^Of the threshold$", 0.5, 1)
        .link("^Container$", Links.CONTAINER)
        .link("^Pod$", Links.POD);
  }

  private static Panel streak() {
    return Panel.lines(
            "Failures in a row, of the threshold",
            "How near each probe is to where the kubelet acts. What comes near to 100 % again and again without"
                + " reaching it is an outage that waits.",
            Unit.RATIO)
        .wide(10)
        .high(10)
        .query(max(PROBE, PODS.of("probe_failure_threshold_ratio")) + " > 0", NAME)
        .link(".*", Links.CONTAINER_OF_LINE);
  }

  static Row results() {
    return Row.of("Results", failures(), rates(), duration());
  }

  private static Panel failures() {
    return Panel.lines(
            "Failures",
            "Failed tries of each probe in a step of the panel; too late is failed too.",
            Unit.NUMBER)
        .query(
            sum(PROBE, PODS.and("result=\"failed\"").increase("probe_results_total")) + " > 0",
            NAME)
        .link(".*", Links.CONTAINER_OF_LINE);
  }

  private static Panel rates() {
    return Panel.stack("Results", "Tries of all probes by result.", Unit.PER_SECOND)
        .query(sum("result", PODS.rate("probe_results_total")), "{{result}}")
        .colour("^successful$", Colour.FREE)
        .colour("^failed$", Colour.ERROR)
        .colour("^unknown$", Colour.WAITING);
  }

  private static Panel duration() {
    return Panel.lines(
            "Time per try, of the timeout",
            "How long a try took on average as a share of its timeout; tries that failed are not in it, so that what"
                + " comes near to 100 % fails already.",
            Unit.RATIO)
        .ofWhole()
        .wide(24)
        .query(
            max(
                PROBE,
                Scope.share(
                        PODS.rate("probe_duration_seconds_total"), PODS.rate("probe_timed_total"))
                    + " / "
                    + PODS.of("probe_timeout_seconds")),
            NAME)
        .link(".*", Links.CONTAINER_OF_LINE);
  }
}
