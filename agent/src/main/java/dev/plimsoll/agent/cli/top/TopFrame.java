package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.cli.containers.ContainerRow;
import dev.plimsoll.agent.cli.containers.ContainerRows;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.process.ProcessId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What happened between two readings. Processes are the same by number and start, and time is a
/// clock's that only goes forward.
///
/// @param seconds how long that was
/// @param containers by what they are called
record TopFrame(
    TopSnapshot before,
    TopSnapshot now,
    double seconds,
    List<TopRow> rows,
    Map<ContainerName, ContainerRow> containers) {

  static TopFrame between(
      TopSnapshot before, TopSnapshot now, AuxiliaryVector units, ContainerRows containers) {
    Map<ProcessId, Long> ticks = new HashMap<>();
    for (TopProcess process : before.processes()) ticks.put(process.stat().id(), ticks(process));
    double seconds = Math.max(0, (now.nanos() - before.nanos()) / 1e9);
    List<TopRow> rows = new ArrayList<>(now.processes().size());
    for (TopProcess process : now.processes()) {
      long had = ticks.getOrDefault(process.stat().id(), 0L);
      rows.add(row(process, Math.max(0, ticks(process) - had), seconds, now, units));
    }
    return new TopFrame(before, now, seconds, rows, containers(before, now, seconds, containers));
  }

  private static Map<ContainerName, ContainerRow> containers(
      TopSnapshot before, TopSnapshot now, double seconds, ContainerRows containers) {
    Map<ContainerName, ContainerRow> named = new HashMap<>();
    if (before.cgroups().isEmpty() || now.cgroups().isEmpty()) return named;
    for (ContainerRow row :
        containers.between(before.cgroups().get(), now.cgroups().get(), seconds, now.at())) {
      named.put(row.name(), row);
    }
    return named;
  }

  private static long ticks(TopProcess process) {
    return process.stat().userTicks() + process.stat().systemTicks();
  }

  private static TopRow row(
      TopProcess process, long ticks, double seconds, TopSnapshot now, AuxiliaryVector units) {
    double ticksPerSecond = units.ticksPerSecond();
    long resident = process.stat().rssPages() * units.pageSize();
    long total = now.memory().total();
    return new TopRow(
        process.pid(),
        process.stat(),
        process.facts(),
        seconds > 0 ? ticks / ticksPerSecond / seconds : 0,
        resident,
        total > 0 ? (double) resident / total : 0,
        ticks(process) / ticksPerSecond);
  }
}
