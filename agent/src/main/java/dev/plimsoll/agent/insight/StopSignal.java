package dev.plimsoll.agent.insight;

import java.util.List;
import java.util.Optional;

/// The signal that asks a container to end: SIGTERM, or what its image or spec says instead
/// (`STOPSIGNAL`, `lifecycle.stopSignal`).
///
/// @param name `SIGTERM`, `SIGRTMIN+3`
/// @param number as Linux on x86 and ARM counts, 1 to 64
public record StopSignal(String name, int number) {
  public static final StopSignal TERM = new StopSignal("SIGTERM", 15);

  private static final List<String> NAMES =
      List.of(
          "SIGHUP",
          "SIGINT",
          "SIGQUIT",
          "SIGILL",
          "SIGTRAP",
          "SIGABRT",
          "SIGBUS",
          "SIGFPE",
          "SIGKILL",
          "SIGUSR1",
          "SIGSEGV",
          "SIGUSR2",
          "SIGPIPE",
          "SIGALRM",
          "SIGTERM",
          "SIGSTKFLT",
          "SIGCHLD",
          "SIGCONT",
          "SIGSTOP",
          "SIGTSTP",
          "SIGTTIN",
          "SIGTTOU",
          "SIGURG",
          "SIGXCPU",
          "SIGXFSZ",
          "SIGVTALRM",
          "SIGPROF",
          "SIGWINCH",
          "SIGIO",
          "SIGPWR",
          "SIGSYS");

  private static final int KILL = 9;
  private static final int STOP = 19;

  /// The first real-time signal that programs get from the C library, and the last.
  private static final int FIRST_REAL_TIME = 34;

  private static final int LAST_REAL_TIME = 64;

  /// The signal of that name, with or without `SIG`; empty for one that does not exist.
  public static Optional<StopSignal> of(String text) {
    String name = text.startsWith("SIG") ? text : "SIG" + text;
    int index = NAMES.indexOf(name);
    if (index >= 0) return Optional.of(new StopSignal(name, index + 1));
    return realTime(name).map(number -> new StopSignal(name, number));
  }

  private static Optional<Integer> realTime(String name) {
    if (name.matches("SIGRTMIN(\\+\\d{1,2})?")) {
      return within(FIRST_REAL_TIME + offset(name));
    }
    if (name.matches("SIGRTMAX(-\\d{1,2})?")) return within(LAST_REAL_TIME - offset(name));
    return Optional.empty();
  }

  private static int offset(String name) {
    String digits = name.replaceFirst("^\\D+", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static Optional<Integer> within(int number) {
    return number >= FIRST_REAL_TIME && number <= LAST_REAL_TIME
        ? Optional.of(number)
        : Optional.empty();
  }

  /// Its bit in a mask of `/proc/<pid>/status`.
  long bit() {
    return 1L << (number - 1);
  }

  /// Whether no process can do anything about it.
  boolean isForced() {
    return number == KILL || number == STOP;
  }
}
