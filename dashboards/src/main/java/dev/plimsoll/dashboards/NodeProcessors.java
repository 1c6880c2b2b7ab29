package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.NodeDashboard.node;
import static dev.plimsoll.dashboards.NodeDashboard.rate;

import dev.plimsoll.dashboards.grafana.Colour;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// What the processors do.
final class NodeProcessors {
  private NodeProcessors() {}

  static Row row() {
    return Row.of("Processors", modes(), load(), tasks(), scheduler());
  }

  private static Panel modes() {
    return Panel.stack(
            "CPU by mode",
            "Processors' time by what it was spent on, in processors. Steal is time that the hypervisor gave to"
                + " another machine; iowait is idle time with a disk request open.",
            Unit.NUMBER)
        .query("sum by (mode) (" + rate("cpu_seconds_total", "mode!=\"idle\"") + ")", "{{mode}}")
        .query(node("cpus"), "all CPUs")
        .limit("^all CPUs$")
        .colour("^user$", Colour.USER)
        .colour("^nice$", Colour.NICE)
        .colour("^system$", Colour.SYSTEM)
        .colour("^iowait$", Colour.WAITING)
        .colour("^steal$", Colour.STOLEN)
        .colour("irq$", Colour.INTERRUPT);
  }

  private static Panel load() {
    return Panel.lines(
            "Load",
            "Tasks that ran, could run or waited for I/O, averaged over 1, 5 and 15 minutes. More than there are"
                + " processors means that tasks wait, for a processor or for a disk.",
            Unit.NUMBER)
        .query(node("load1"), "1 minute")
        .query(node("load5"), "5 minutes")
        .query(node("load15"), "15 minutes")
        .query(node("cpus"), "CPUs")
        .limit("^CPUs$");
  }

  private static Panel tasks() {
    return Panel.lines(
            "Tasks",
            "Tasks that could run at the moment of the scrape, and those that stood still for a disk.",
            Unit.NUMBER)
        .query(node("tasks_running"), "running")
        .query(node("tasks_blocked"), "blocked by a disk")
        .colour("^blocked", Colour.WAITING);
  }

  private static Panel scheduler() {
    return Panel.lines(
            "Switches, interrupts, new processes",
            "How often the processors turn to another task, are interrupted, and make a process or thread. Many"
                + " new processes are often a script or a probe that runs a command.",
            Unit.PER_SECOND)
        .query(rate("context_switches_total"), "context switches")
        .query(rate("interrupts_total"), "interrupts")
        .query(rate("forks_total"), "new processes and threads");
  }
}
