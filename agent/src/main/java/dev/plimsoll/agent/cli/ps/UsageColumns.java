package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.table.Datum;
import java.util.List;

/// How much a process takes: CPU and memory.
final class UsageColumns {
  private static final int KIB = 1024;

  static final List<PsColumn> ALL =
      List.of(
          PsColumn.right(
              "%cpu pcpu",
              "%CPU",
              4,
              process -> percent(process.cpuRatio()),
              "cpu_ratio",
              process -> Datum.of(process.cpuRatio())),
          PsColumn.right(
              "c",
              "C",
              2,
              process -> Integer.toString(Math.min(99, (int) (process.cpuRatio() * 100))),
              "cpu_ratio",
              process -> Datum.of(process.cpuRatio())),
          PsColumn.right(
              "%mem pmem",
              "%MEM",
              4,
              process -> percent(process.memoryRatio()),
              "memory_ratio",
              process -> Datum.of(process.memoryRatio()),
              PsColumn.Need.STATUS),
          PsColumn.right(
              "vsz vsize",
              "VSZ",
              6,
              process -> Long.toString(process.stat().virtualBytes() / KIB),
              "virtual_bytes",
              process -> Datum.of(process.stat().virtualBytes())),
          PsColumn.right(
              "rss rssize rsz",
              "RSS",
              5,
              process -> Long.toString(process.residentBytes() / KIB),
              "resident_bytes",
              process -> Datum.of(process.residentBytes()),
              PsColumn.Need.STATUS),
          PsColumn.right(
              "sz",
              "SZ",
              5,
              process -> Long.toString(process.stat().virtualBytes() / process.node().pageSize()),
              "virtual_bytes",
              process -> Datum.of(process.stat().virtualBytes())),
          PsColumn.words("addr", "ADDR", 4, PsColumn.Overflow.GROW, "address", _ -> "-"));

  private UsageColumns() {}

  /// Cut after one decimal as procps does, and without it where there is no room.
  static String percent(double ratio) {
    long tenths = (long) (ratio * 1000);
    return tenths > 999 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
  }
}
