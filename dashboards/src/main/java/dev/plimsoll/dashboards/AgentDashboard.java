package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.NODES;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.sum;
import static dev.plimsoll.dashboards.Scope.top;

import dev.plimsoll.dashboards.grafana.Dashboard;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;
import java.util.List;

/// Plimsoll itself: what it costs, and what it could not read.
final class AgentDashboard {
  private AgentDashboard() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "plimsoll-agent",
        "Plimsoll / Agent",
        "What Plimsoll costs on each node, how fresh its numbers are, and what it may not or cannot read.",
        Scope.FLEET,
        List.of(),
        List.of(cost(), health(), sources(), pods()));
  }

  private static Row cost() {
    return Row.of("Cost", cpu(), memory(), scrapes(), passes());
  }

  private static Panel cpu() {
    return Panel.lines(
            "CPU", "Share of one processor that the agent uses on each node.", Unit.RATIO)
        .query(max("instance", NODES.rate("agent_cpu_seconds_total")), "{{instance}}")
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Panel memory() {
    return Panel.lines(
            "Memory",
            "What the agent's control group is charged, page cache and kernel memory included; this counts against"
                + " its limit.",
            Unit.BYTES)
        .query(max("instance", NODES.of("agent_cgroup_memory_bytes")), "{{instance}}")
        .query(max("instance", NODES.of("agent_resident_memory_bytes")), "{{instance}} resident")
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Panel scrapes() {
    return Panel.lines(
            "Time per scrape", "How long an answer took on average, by path.", Unit.SECONDS)
        .query(
            Scope.share(
                sum("instance, path", NODES.rate("agent_scrape_seconds_total")),
                sum("instance, path", NODES.rate("agent_scrapes_total"))),
            "{{instance}} {{path}}");
  }

  private static Panel passes() {
    return Panel.lines(
            "Time per pass",
            "How long reading the sources of a pace took on average.",
            Unit.SECONDS)
        .query(
            Scope.share(
                sum("instance, pace", NODES.rate("agent_pass_seconds_total")),
                sum("instance, pace", NODES.rate("agent_passes_total"))),
            "{{instance}} {{pace}}");
  }

  private static Row health() {
    return Row.of("What is missing", permissions(), failing(), dropped());
  }

  private static Panel permissions() {
    return Panel.table("Permissions that the agent lacks", "README says what each of them buys.")
        .wide(8)
        .query(
            max("instance, permission", NODES.of("agent_permission_granted")) + " == 0", "Granted")
        .link("^Node$", Links.NODE);
  }

  private static Panel failing() {
    return Panel.table("Sources that fail", "What the agent could not read, or not in whole.")
        .wide(8)
        .query(max("instance, source", NODES.of("agent_source_success")) + " == 0", "Success")
        .query(
            sum("instance, source", NODES.inAll("agent_source_failures_total")) + " > 0",
            "Failures")
        .link("^Node$", Links.NODE);
  }

  private static Panel dropped() {
    return Panel.lines(
            "Series left out",
            "Series that were above the cap of their family, and passes that were left out or broke off.",
            Unit.NUMBER)
        .wide(8)
        .query(
            sum("instance, family", NODES.increase("dropped_series_total")) + " > 0",
            "{{instance}} {{family}}")
        .query(
            sum("instance, pace", NODES.increase("agent_passes_skipped_total")) + " > 0",
            "{{instance}} {{pace}} skipped")
        .query(
            sum("instance, pace", NODES.increase("agent_passes_failed_total")) + " > 0",
            "{{instance}} {{pace}} failed");
  }

  private static Row sources() {
    return Row.of("Sources", age(), slowest());
  }

  private static Panel age() {
    return Panel.lines(
            "Oldest source",
            "How old the oldest reading is. Most are read every second to every minute; hardware once.",
            Unit.SECONDS)
        .query(max("instance", NODES.of("agent_source_age_seconds")), "{{instance}}")
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Panel slowest() {
    return Panel.table("Slowest sources", "What reading took longest the last time.")
        .wide(12)
        .query(top(max("instance, source", NODES.of("agent_source_duration_seconds"))), "Took")
        .unit("^Took$", Unit.SECONDS)
        .link("^Node$", Links.NODE);
  }

  private static Row pods() {
    return Row.of("Who knows pods by name", podsAge(), podsErrors());
  }

  private static Panel podsAge() {
    return Panel.lines(
            "Age of what is known of pods",
            "Seconds since the kubelet or the API server last told of pods, or that nothing changed.",
            Unit.SECONDS)
        .query(max("instance", NODES.of("pods_age_seconds")), "{{instance}}")
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Panel podsErrors() {
    return Panel.lines(
            "Errors",
            "Times that the kubelet or the API server did not tell of pods, by what went wrong.",
            Unit.PER_SECOND)
        .query(
            sum("instance, source, class", NODES.rate("pods_source_errors_total")),
            "{{instance}} {{source}} {{class}}");
  }
}
