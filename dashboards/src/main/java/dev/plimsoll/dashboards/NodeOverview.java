package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.NodeDashboard.node;
import static dev.plimsoll.dashboards.NodeDashboard.rate;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// The numbers to look at first.
final class NodeOverview {
  private NodeOverview() {}

  static Row row() {
    return Row.of("Overview", cpu(), memory(), pressure(), load(), cpus(), uptime());
  }

  private static Panel cpu() {
    return Panel.number(
            "CPU in use",
            "Share of all processors' time that was neither idle nor waiting for a disk.",
            Unit.RATIO)
        .ofWhole()
        .query(
            "1 - sum("
                + rate("cpu_seconds_total", "mode=~\"idle|iowait\"")
                + ") / sum("
                + rate("cpu_seconds_total")
                + ")",
            "in use");
  }

  private static Panel memory() {
    return Panel.number(
            "Memory in use",
            "Share of memory that programs could not be given without swapping, as the kernel reckons.",
            Unit.RATIO)
        .ofWhole()
        .query(
            "1 - " + node("memory_available_bytes") + " / " + node("memory_total_bytes"), "in use");
  }

  private static Panel pressure() {
    return Panel.number(
            "Highest pressure",
            "Of CPU, memory and I/O the one for which tasks stood still longest, as a share of time.",
            Unit.RATIO)
        .ofWhole()
        .query("max(" + rate("pressure_seconds_total", "kind=\"some\"") + ")", "some task");
  }

  private static Panel load() {
    return Panel.number(
            "Load per CPU",
            "Tasks that ran, could run or waited for I/O, per processor, averaged over a minute. Above 1, some of them wait.",
            Unit.NUMBER)
        .query(node("load1") + " / " + node("cpus"), "load");
  }

  private static Panel cpus() {
    return Panel.number("CPUs", "Processors that are online.", Unit.NUMBER)
        .query(node("cpus"), "CPUs");
  }

  private static Panel uptime() {
    return Panel.number("Up for", "Time since the node booted.", Unit.SECONDS)
        .query(node("uptime_seconds"), "up");
  }
}
