package dev.plimsoll.agent.cli.ps;

import java.util.ArrayList;
import java.util.List;

/// Whether threads have lines of their own, and which columns that adds to a layout.
enum PsThreads {
  NONE,
  /// `H`: as if each were a process.
  PLAIN,
  /// `-L`: with LWP, and in full layouts NLWP.
  LWP,
  /// `-T`: with SPID.
  SPID;

  /// The columns of a layout with those that tell threads apart, where procps has them.
  List<PsColumn> with(List<PsColumn> layout, PsColumns all) {
    List<PsColumn> columns = new ArrayList<>(layout);
    switch (this) {
      case NONE, PLAIN -> {}
      case LWP -> {
        if (at(columns, "tid") < 0) after(columns, all.listed("lwp"), "ppid", "pid");
        boolean full = at(columns, "start_time_seconds") >= 0 && at(columns, "threads") < 0;
        if (full) after(columns, all.listed("nlwp"), "cpu_ratio");
      }
      case SPID -> {
        if (at(columns, "tid") < 0) after(columns, all.listed("spid"), "pid");
      }
    }
    return columns;
  }

  private static void after(List<PsColumn> columns, List<PsColumn> added, String... keys) {
    for (String key : keys) {
      int at = at(columns, key);
      if (at < 0) continue;
      columns.addAll(at + 1, added);
      return;
    }
  }

  private static int at(List<PsColumn> columns, String key) {
    return columns.stream().map(PsColumn::key).toList().indexOf(key);
  }
}
