package dev.plimsoll.collectors.process;

/// What every system tells of a process. Linux tells more, in [ProcStat]; where another source
/// knows no more than this, the rest does not exist, so that nobody takes a made-up zero for it.
///
/// Times are in ticks of the source's own clock; the names are those of [ProcStat].
public interface Vitals {
  int pid();

  String comm();

  TaskState state();

  int ppid();

  long userTicks();

  long systemTicks();

  /// As the system's scheduler has it.
  int priority();

  int threads();

  long startTicks();

  long virtualBytes();

  long rssPages();

  default ProcessId id() {
    return new ProcessId(pid(), startTicks());
  }
}
