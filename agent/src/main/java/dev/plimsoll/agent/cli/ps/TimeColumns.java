package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Overflow;
import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Datum;
import java.util.List;
import java.util.function.Function;

/// When a process started, and for how long it ran.
final class TimeColumns {
  static final List<PsColumn> ALL =
      List.of(
          started("start_time stime", "START", 5, StartTime::brief),
          started("start", "STARTED", 8, StartTime::exact),
          started("bsdstart", "START", 6, StartTime::ofDay),
          started("lstart", "STARTED", 24, StartTime::full),
          used("time cputime", "TIME", 8, process -> clock((long) process.cpuSeconds())),
          used("bsdtime", "TIME", 6, process -> minutes((long) process.cpuSeconds())),
          used("times cputimes", "TIME", 8, process -> "" + (long) process.cpuSeconds()),
          lived("etime", 11, process -> elapsed((long) process.elapsedSeconds())),
          lived("etimes", 7, process -> "" + (long) process.elapsedSeconds()));

  private TimeColumns() {}

  private static PsColumn started(
      String names, String header, int width, Function<PsProcess, String> text) {
    Function<PsProcess, Datum> datum = process -> Datum.of(process.started().getEpochSecond());
    return PsColumn.of(
        names,
        header,
        header.equals("START") && width == 5 ? Align.LEFT : Align.RIGHT,
        width,
        Overflow.GROW,
        text,
        "start_time_seconds",
        datum);
  }

  private static PsColumn used(
      String names, String header, int width, Function<PsProcess, String> text) {
    return PsColumn.right(
        names, header, width, text, "cpu_seconds", process -> Datum.of(process.cpuSeconds()));
  }

  private static PsColumn lived(String names, int width, Function<PsProcess, String> text) {
    return PsColumn.right(
        names,
        "ELAPSED",
        width,
        text,
        "elapsed_seconds",
        process -> Datum.of(process.elapsedSeconds()));
  }

  /// `7:05`: minutes may be many.
  static String minutes(long seconds) {
    return seconds / 60 + ":" + two(seconds % 60);
  }

  /// `03:04:05`, `1-03:04:05`.
  static String clock(long seconds) {
    long days = seconds / 86400;
    String day = days > 0 ? days + "-" : "";
    return day + two(seconds / 3600 % 24) + ':' + two(seconds / 60 % 60) + ':' + two(seconds % 60);
  }

  /// `04:05`, `03:04:05`, `1-03:04:05`.
  static String elapsed(long seconds) {
    return seconds < 3600 ? two(seconds / 60) + ':' + two(seconds % 60) : clock(seconds);
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
