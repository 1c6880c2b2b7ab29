package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.CONTAINERS;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.sum;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// The processes in a container: the five largest groups by name, and all others.
final class ContainerProcesses {
  private static final String GROUP = "container, process";
  private static final String NAME = "{{container}} {{process}}";

  private ContainerProcesses() {}

  static Row use() {
    return Row.of("Processes", table(), cpu(), memory(), disk(), switches());
  }

  private static Panel table() {
    return Panel.table(
            "Processes",
            "The five largest groups of processes of each container by name, and the others together.")
        .query(sum(GROUP, CONTAINERS.of("process_processes")), "Processes")
        .query(sum(GROUP, CONTAINERS.of("process_threads")), "Threads")
        .query(sum(GROUP, CONTAINERS.rate("process_cpu_seconds_total")), "CPUs")
        .query(sum(GROUP, CONTAINERS.of("process_resident_bytes")), "Resident")
        .query(sum(GROUP, CONTAINERS.of("process_open_fds")), "Open files")
        .query(max(GROUP, CONTAINERS.of("process_worst_open_fds_ratio")), "Of their limit")
        .unit("^Resident$", Unit.BYTES)
        .unit("^Of their limit$", Unit.RATIO)
        .bounds("^Of their limit$", 0.8, 0.9);
  }

  private static Panel cpu() {
    return Panel.stack("CPU by process", "CPUs that each group of processes used.", Unit.NUMBER)
        .query(sum(GROUP, CONTAINERS.rate("process_cpu_seconds_total")), NAME);
  }

  private static Panel memory() {
    return Panel.stack(
            "Resident memory by process",
            "Resident memory; what processes share is counted in each of them.",
            Unit.BYTES)
        .query(sum(GROUP, CONTAINERS.of("process_resident_bytes")), NAME);
  }

  private static Panel disk() {
    return Panel.lines(
            "Disk by process",
            "Bytes fetched, and made to be written (below zero).",
            Unit.BYTES_PER_SECOND)
        .query(sum(GROUP, CONTAINERS.rate("process_read_bytes_total")), NAME + " read")
        .query(sum(GROUP, CONTAINERS.rate("process_write_bytes_total")), NAME + " written")
        .below(" written$");
  }

  private static Panel switches() {
    return Panel.lines(
            "Context switches",
            "Voluntary: the process waited for something. Nonvoluntary: its time was up, so it wanted more CPU.",
            Unit.PER_SECOND)
        .query(
            sum(GROUP + ", kind", CONTAINERS.rate("process_context_switches_total")),
            NAME + " {{kind}}");
  }

  static Row limits() {
    return Row.of("Limits", tasks(), files(), states(), oomScore());
  }

  private static Panel tasks() {
    return Panel.lines("Tasks", "Processes and threads, and how many there may be.", Unit.NUMBER)
        .query(max("container", CONTAINERS.of("container_tasks")), "{{container}}")
        .query(max("container", CONTAINERS.of("container_tasks_limit")), "{{container}} limit")
        .limit(" limit$");
  }

  private static Panel files() {
    return Panel.lines(
            "Open files of the limit",
            "Of the process of each group that is nearest to its limit. At 100 % it can open no file and accept no"
                + " connection.",
            Unit.RATIO)
        .ofWhole()
        .query(max(GROUP, CONTAINERS.of("process_worst_open_fds_ratio")), NAME);
  }

  private static Panel states() {
    return Panel.stack(
            "Processes by state",
            "Zombies that stay are children that nobody waits for; tasks in disk sleep wait for I/O and cannot be"
                + " killed.",
            Unit.NUMBER)
        .query(sum("state", CONTAINERS.of("process_processes")), "{{state}}");
  }

  private static Panel oomScore() {
    return Panel.lines(
            "OOM score",
            "By it the kernel picks whom to kill when the node's memory runs out; the highest is first.",
            Unit.NUMBER)
        .query(max(GROUP, CONTAINERS.of("process_oom_score_max")), NAME);
  }
}
