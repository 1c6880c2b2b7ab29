package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.CONTAINERS;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.sum;

import dev.plimsoll.dashboards.grafana.Colour;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// A container's memory: what it is used for, and what happens at the limit.
final class ContainerMemory {
  private ContainerMemory() {}

  static Row row() {
    return Row.of("Memory", kinds(), limit(), atTheLimit(), thrashing());
  }

  private static Panel kinds() {
    return Panel.stack(
            "Memory by use",
            "All memory that is charged to the container, by what it is used for. Page cache is given back when it"
                + " is needed; the rest is not.",
            Unit.BYTES)
        .query(
            sum("container, kind", CONTAINERS.of("container_memory_bytes")),
            "{{container}} {{kind}}")
        .query(
            max("container", CONTAINERS.of("container_memory_limit_bytes")), "{{container}} limit")
        .limit(" limit$");
  }

  private static Panel limit() {
    return Panel.lines(
            "Unreclaimable memory and the limit",
            "What cannot be taken back, the highest second of the last minute, and the limit where the OOM killer"
                + " comes.",
            Unit.BYTES)
        .query(
            max("container", CONTAINERS.of("container_memory_unreclaimable_bytes")),
            "{{container}} unreclaimable")
        .query(
            max("container", CONTAINERS.of("container_memory_minute_peak_bytes")),
            "{{container}} highest second, page cache included")
        .query(
            max("container", CONTAINERS.of("container_memory_limit_bytes")), "{{container}} limit")
        .limit(" limit$");
  }

  private static Panel atTheLimit() {
    return Panel.lines(
            "At the limit",
            "Processes that the OOM killer ended, and how often the kernel had to take memory back before it could"
                + " give any (events of cgroup v2).",
            Unit.NUMBER)
        .query(
            sum("container", CONTAINERS.increase("container_oom_kills_total")),
            "{{container}} OOM kills")
        .query(
            sum("container, event", CONTAINERS.increase("container_memory_events_total")),
            "{{container}} {{event}}")
        .colour(" OOM kills$", Colour.ERROR);
  }

  private static Panel thrashing() {
    return Panel.lines(
            "Read again",
            "Page faults that had to read a disk, and pages that were taken back and soon wanted again. Both rise"
                + " when the limit is too small for the program's own code.",
            Unit.PER_SECOND)
        .query(
            sum("container", CONTAINERS.rate("container_major_page_faults_total")),
            "{{container}} major faults")
        .query(
            sum("container, kind", CONTAINERS.rate("container_memory_refaults_total")),
            "{{container}} wanted again, {{kind}}");
  }
}
