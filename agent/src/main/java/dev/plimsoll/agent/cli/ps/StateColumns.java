package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.cli.ps.PsColumn.Overflow;
import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.collectors.process.ProcStat;
import java.util.List;
import java.util.Optional;

/// What a process does and how the kernel schedules it.
final class StateColumns {
  private static final String[] POLICIES = {"TS", "FF", "RR", "B", "ISO", "IDL", "DLN"};

  static final List<PsColumn> ALL =
      List.of(
          PsColumn.words(
              "stat", "STAT", 4, Overflow.GROW, "state", StateColumns::states, Need.STATUS),
          PsColumn.words("s state", "S", 1, Overflow.GROW, "state", StateColumns::state),
          PsColumn.right("ni nice", "NI", 3, StateColumns::nice, "nice", StateColumns::niceness),
          PsColumn.kernel("pri", "PRI", 3, "priority", stat -> 39L - stat.priority()),
          PsColumn.kernel("opri", "PRI", 3, "priority", stat -> 60L + stat.priority()),
          PsColumn.number(
              "priority", "PRI", 3, "priority", process -> (long) process.stat().priority()),
          PsColumn.kernel("psr", "PSR", 3, "processor", ProcStat::processor),
          PsColumn.right(
              "cls class policy",
              "CLS",
              3,
              process -> process.kernel().map(StateColumns::policy).orElse("-"),
              "policy",
              process ->
                  process.kernel().map(stat -> Datum.of(policy(stat))).orElseGet(Datum::missing)),
          PsColumn.right(
              "rtprio",
              "RTPRIO",
              6,
              process -> realTime(process).map(stat -> "" + stat.rtPriority()).orElse("-"),
              "realtime_priority",
              process ->
                  realTime(process)
                      .map(stat -> Datum.of((long) stat.rtPriority()))
                      .orElseGet(Datum::missing)),
          PsColumn.right(
              "f flag flags",
              "F",
              1,
              process ->
                  process
                      .kernel()
                      .map(stat -> Long.toOctalString(stat.flags() >> 6 & 7))
                      .orElse("-"),
              "flags",
              process ->
                  process.kernel().map(stat -> Datum.of(stat.flags())).orElseGet(Datum::missing)),
          PsColumn.of(
              "wchan wname",
              "WCHAN",
              Align.LEFT,
              6,
              Overflow.CUT,
              process -> waits(process) ? process.waitChannel() : "-",
              "wait_channel",
              process -> waits(process) ? Datum.of(process.waitChannel()) : Datum.missing(),
              Need.WCHAN),
          PsColumn.number(
              "nlwp thcount", "NLWP", 4, "threads", process -> (long) process.stat().threads()),
          PsColumn.kernel("min_flt minflt", "MINFL", 6, "minor_faults", ProcStat::minorFaults),
          PsColumn.kernel("maj_flt majflt", "MAJFL", 6, "major_faults", ProcStat::majorFaults));

  private StateColumns() {}

  private static String state(PsProcess process) {
    return String.valueOf(process.stat().state().letter());
  }

  /// The letters of `ps(1)`, "PROCESS STATE CODES", in procps' order; of other systems those that
  /// are known.
  private static String states(PsProcess process) {
    StringBuilder states = new StringBuilder(6).append(process.stat().state().letter());
    Optional<ProcStat> kernel = process.kernel();
    kernel.map(StateColumns::favour).ifPresent(states::append);
    if (locksMemory(process)) states.append('L');
    if (kernel.filter(stat -> stat.session() == process.pid()).isPresent()) states.append('s');
    if (process.stat().threads() > 1) states.append('l');
    if (kernel.filter(StateColumns::inForeground).isPresent()) states.append('+');
    return states.toString();
  }

  private static String favour(ProcStat stat) {
    if (stat.nice() == 0) return "";
    return stat.nice() < 0 ? "<" : "N";
  }

  private static boolean inForeground(ProcStat stat) {
    return stat.ttyPgrp() != -1 && stat.ttyPgrp() == stat.pgrp();
  }

  private static boolean waits(PsProcess process) {
    return !process.waitChannel().equals("0");
  }

  private static boolean locksMemory(PsProcess process) {
    return process
        .status()
        .flatMap(status -> status.memory())
        .map(memory -> memory.locked() > 0)
        .orElse(false);
  }

  /// Nice values mean nothing under real-time policies.
  private static Datum niceness(PsProcess process) {
    return process
        .kernel()
        .filter(stat -> !realTime(stat) && stat.policy() != 6)
        .map(stat -> Datum.of((long) stat.nice()))
        .orElseGet(Datum::missing);
  }

  private static String nice(PsProcess process) {
    return niceness(process) instanceof Datum.Whole(long nice) ? Long.toString(nice) : "-";
  }

  private static Optional<ProcStat> realTime(PsProcess process) {
    return process.kernel().filter(StateColumns::realTime);
  }

  private static boolean realTime(ProcStat stat) {
    return stat.policy() == 1 || stat.policy() == 2;
  }

  private static String policy(ProcStat stat) {
    return stat.policy() < POLICIES.length ? POLICIES[stat.policy()] : "?";
  }
}
