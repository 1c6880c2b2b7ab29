package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.NodeDashboard.node;
import static dev.plimsoll.dashboards.NodeDashboard.rate;

import dev.plimsoll.dashboards.grafana.Colour;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// Who has the memory, and what that costs.
final class NodeMemory {
  private NodeMemory() {}

  static Row row() {
    return Row.of("Memory", split(), available(), paging(), swap());
  }

  private static Panel split() {
    return Panel.stack(
            "Memory by use",
            "All memory by what it is used for; the parts add up to the total. Cached and reclaimable memory is"
                + " given back when programs need it.",
            Unit.BYTES)
        .query(node("memory_bytes"), "{{kind}}")
        .colour("^free$", Colour.FREE)
        .colour("^cached$", Colour.CACHE)
        .colour("^anonymous$", Colour.USER)
        .colour("^slab_unreclaimable$", Colour.SYSTEM);
  }

  private static Panel available() {
    return Panel.lines(
            "Available and committed",
            "What programs can still be given without swapping, and what they have asked for and may come to use.",
            Unit.BYTES)
        .query(node("memory_available_bytes"), "available")
        .query(node("memory_committed_bytes"), "committed")
        .query(node("memory_total_bytes"), "total")
        .limit("^total$")
        .colour("^available$", Colour.FREE);
  }

  private static Panel paging() {
    return Panel.lines(
            "Major page faults and OOM kills",
            "Faults that had to wait for a disk: many of them, with little memory available, mean that programs'"
                + " own code is read again and again. An OOM kill is a process ended for want of memory.",
            Unit.PER_SECOND)
        .query(rate("major_page_faults_total"), "major page faults")
        .query(rate("oom_kills_total"), "OOM kills")
        .colour("^OOM", Colour.ERROR);
  }

  private static Panel swap() {
    return Panel.lines(
            "Swapped in and out",
            "Memory moved to swap (below zero) and back. Now and then is normal, all the time is thrashing.",
            Unit.BYTES_PER_SECOND)
        .query(rate("swapped_in_bytes_total"), "in")
        .query(rate("swapped_out_bytes_total"), "out")
        .below("^out$");
  }
}
