package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.cli.ps.PsColumn.Overflow;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.collectors.process.ProcStat;
import java.util.List;

/// What a process does and how the kernel schedules it.
final class StateColumns {
  private static final String[] POLICIES = {"TS", "FF", "RR", "B", "ISO", "IDL", "DLN"};

  static final List<PsColumn> ALL =
      List.of(
          PsColumn.words(
              "stat", "STAT", 4, Overflow.GROW, "state", StateColumns::states, Need.STATUS),
          PsColumn.words("s state", "S", 1, Overflow.GROW, "state", StateColumns::state),
          PsColumn.right(
              "ni nice",
              "NI",
              3,
              StateColumns::nice,
              "nice",
              process -> nice(process.stat()),
              Need.LINUX),
          PsColumn.number(
              "pri", "PRI", 3, "priority", process -> 39L - process.stat().priority(), Need.LINUX),
          PsColumn.number(
              "opri", "PRI", 3, "priority", process -> 60L + process.stat().priority(), Need.LINUX),
          PsColumn.number(
              "priority", "PRI", 3, "priority", process -> (long) process.stat().priority()),
          PsColumn.number(
              "psr",
              "PSR",
              3,
              "processor",
              process -> (long) process.stat().processor(),
              Need.LINUX),
          PsColumn.right(
              "cls class policy",
              "CLS",
              3,
              StateColumns::policy,
              "policy",
              process -> Datum.of(policy(process)),
              Need.LINUX),
          PsColumn.right(
              "rtprio",
              "RTPRIO",
              6,
              process -> realTime(process.stat()) ? "" + process.stat().rtPriority() : "-",
              "realtime_priority",
              process ->
                  realTime(process.stat())
                      ? Datum.of((long) process.stat().rtPriority())
                      : Datum.missing(),
              Need.LINUX),
          PsColumn.right(
              "f flag flags",
              "F",
              1,
              process -> Long.toOctalString(process.stat().flags() >> 6 & 7),
              "flags",
              process -> Datum.of(process.stat().flags()),
              Need.LINUX),
          PsColumn.words(
              "wchan wname",
              "WCHAN",
              6,
              Overflow.CUT,
              "wait_channel",
              process -> process.waitChannel().equals("0") ? "-" : process.waitChannel(),
              Need.WCHAN,
              Need.LINUX),
          PsColumn.number(
              "nlwp thcount", "NLWP", 4, "threads", process -> (long) process.stat().threads()),
          PsColumn.number(
              "min_flt minflt",
              "MINFL",
              6,
              "minor_faults",
              process -> process.stat().minorFaults(),
              Need.LINUX),
          PsColumn.number(
              "maj_flt majflt",
              "MAJFL",
              6,
              "major_faults",
              process -> process.stat().majorFaults(),
              Need.LINUX));

  private StateColumns() {}

  private static String state(PsProcess process) {
    return String.valueOf(process.stat().state().letter());
  }

  /// The letters of `ps(1)`, "PROCESS STATE CODES", in procps' order.
  private static String states(PsProcess process) {
    ProcStat stat = process.stat();
    StringBuilder states = new StringBuilder(6).append(stat.state().letter());
    if (stat.nice() < 0) states.append('<');
    if (stat.nice() > 0) states.append('N');
    if (locksMemory(process)) states.append('L');
    if (stat.session() == stat.pid()) states.append('s');
    if (stat.threads() > 1) states.append('l');
    if (stat.ttyPgrp() != -1 && stat.ttyPgrp() == stat.pgrp()) states.append('+');
    return states.toString();
  }

  private static boolean locksMemory(PsProcess process) {
    return process
        .status()
        .flatMap(status -> status.memory())
        .map(memory -> memory.locked() > 0)
        .orElse(false);
  }

  /// Nice values mean nothing under real-time policies.
  private static Datum nice(ProcStat stat) {
    return realTime(stat) || stat.policy() == 6 ? Datum.missing() : Datum.of((long) stat.nice());
  }

  private static String nice(PsProcess process) {
    return nice(process.stat()) instanceof Datum.Whole(long nice) ? Long.toString(nice) : "-";
  }

  private static boolean realTime(ProcStat stat) {
    return stat.policy() == 1 || stat.policy() == 2;
  }

  private static String policy(PsProcess process) {
    int policy = process.stat().policy();
    return policy < POLICIES.length ? POLICIES[policy] : "?";
  }
}
