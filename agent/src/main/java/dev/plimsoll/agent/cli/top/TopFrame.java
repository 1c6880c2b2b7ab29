package dev.plimsoll.agent.cli.top;

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
record TopFrame(TopSnapshot before, TopSnapshot now, double seconds, List<TopRow> rows) {

  static TopFrame between(TopSnapshot before, TopSnapshot now, AuxiliaryVector units) {
    Map<ProcessId, Long> ticks = new HashMap<>();
    for (TopProcess process : before.processes()) ticks.put(process.stat().id(), ticks(process));
    double seconds = Math.max(0, (now.nanos() - before.nanos()) / 1e9);
    List<TopRow> rows = new ArrayList<>(now.processes().size());
    for (TopProcess process : now.processes()) {
      long had = ticks.getOrDefault(process.stat().id(), 0L);
      rows.add(row(process, Math.max(0, ticks(process) - had), seconds, now, units));
    }
    return new TopFrame(before, now, seconds, rows);
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
        process.stat(),
        process.facts(),
        seconds > 0 ? ticks / ticksPerSecond / seconds : 0,
        resident,
        total > 0 ? (double) resident / total : 0,
        ticks(process) / ticksPerSecond);
  }
}
