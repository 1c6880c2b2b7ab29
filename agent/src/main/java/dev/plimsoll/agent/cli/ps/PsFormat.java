package dev.plimsoll.agent.cli.ps;

import java.util.List;

/// The layouts that options choose, as procps has them.
enum PsFormat {
  /// `ps`, `ps -e`.
  BRIEF("pid tty time ucmd"),
  /// `ps x`, `ps ax`.
  BSD("pid tty stat bsdtime args"),
  /// `ps u`, `ps aux`.
  USER("user pid %cpu %mem vsz rss tty stat start_time bsdtime=TIME args"),
  /// `ps -f`, `ps -ef`.
  FULL("user=UID pid ppid c start_time=STIME tty time cmd"),
  /// `ps -F`.
  EXTRA_FULL("user=UID pid ppid c sz rss psr start_time=STIME tty time cmd"),
  /// `ps -l`.
  LONG("f s uid pid ppid c opri ni addr sz wchan tty time ucmd"),
  /// `ps l`.
  BSD_LONG("f uid pid ppid priority ni vsz rss wchan stat tty bsdtime args"),
  /// `ps -j`.
  JOBS("pid pgid sid tty time ucmd"),
  /// `ps j`.
  BSD_JOBS("ppid pid pgid sid tty tpgid stat uid bsdtime args"),
  /// `ps -fj`.
  FULL_JOBS("user=UID pid ppid pgid sid c start_time=STIME tty time cmd"),
  /// `ps -o json` without a list of columns.
  PROGRAM(
      "pid ppid pgid sid user uid group tty stat ni nlwp %cpu %mem vsz rss start_time bsdtime"
          + " min_flt maj_flt namespace pod container workload unit comm args");

  private final String columns;

  PsFormat(String columns) {
    this.columns = columns;
  }

  List<PsColumn> columns(PsColumns all) {
    return all.listed(columns);
  }
}
