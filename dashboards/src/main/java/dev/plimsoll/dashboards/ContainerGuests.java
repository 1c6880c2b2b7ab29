package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.CONTAINERS;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.sum;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// Who came into a container from outside, what was left behind, and what is running out.
final class ContainerGuests {
  private ContainerGuests() {}

  static Row row() {
    return Row.of("Sessions, leftovers and limits", sessions(), oldest(), zombies(), limits());
  }

  private static Panel sessions() {
    return Panel.lines(
            "Processes from outside",
            "Processes that somebody brought into the container: interactive sessions, probes, hooks; and what such"
                + " ones left behind. Probes that pile up take longer than their period.",
            Unit.NUMBER)
        .query(
            sum("container, kind", CONTAINERS.of("container_sessions")), "{{container}} {{kind}}");
  }

  private static Panel oldest() {
    return Panel.table(
            "Oldest of each kind",
            "How long ago the oldest process from outside was started. Interactive sessions of days are forgotten"
                + " ones.")
        .wide(12)
        .query(
            "time() - "
                + max(
                    "namespace, pod, container, kind",
                    CONTAINERS.of("container_session_oldest_start_time_seconds")),
            "Started before")
        .unit("^Started before$", Unit.SECONDS);
  }

  private static Panel zombies() {
    return Panel.lines(
            "Zombies by parent",
            "Processes that have ended and for whose exit codes this parent has not asked. Each keeps its number, of"
                + " which a pod has not many.",
            Unit.NUMBER)
        .query(
            sum("container, parent", CONTAINERS.of("container_zombies")),
            "{{container}} {{parent}}");
  }

  private static Panel limits() {
    return Panel.lines(
            "Nearest to their limits",
            "How much of its open files, processes and memory the container has used, and which process most.",
            Unit.RATIO)
        .ofWhole()
        .query(
            max("container, resource, process", CONTAINERS.of("container_limit_used_ratio")),
            "{{container}} {{resource}} {{process}}");
  }
}
