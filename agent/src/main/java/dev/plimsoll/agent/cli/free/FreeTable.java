package dev.plimsoll.agent.cli.free;

import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.cli.table.Table;
import dev.plimsoll.agent.insight.MemoryHealth;
import dev.plimsoll.collectors.proc.MemInfo;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Memory for people: procps' lines, then a line that judges.
public final class FreeTable {
  private static final int NUMBER = 11;

  private final MemoryUnit unit;

  public FreeTable(MemoryUnit unit) {
    this.unit = unit;
  }

  public List<String> lines(MemInfo memory, MemoryHealth health) {
    List<MemoryRow> rows = List.of(MemoryRow.memory(memory), MemoryRow.swap(memory));
    List<String> lines =
        new java.util.ArrayList<>(new Table<>(columns()).lines(rows, OptionalInt.empty()));
    lines.replaceAll(String::stripTrailing);
    lines.add(verdict(health));
    return lines;
  }

  private List<Column<MemoryRow>> columns() {
    return List.of(
        Column.words("", 8, "name", row -> row.name() + ':'),
        always("total", MemoryRow::total),
        always("used", MemoryRow::used),
        sometimes("free", MemoryRow::free),
        sometimes("shared", MemoryRow::shared),
        sometimes("buff/cache", MemoryRow::cached),
        sometimes("available", MemoryRow::available));
  }

  private Column<MemoryRow> always(String title, ToLongFunction<MemoryRow> bytes) {
    return sometimes(title, row -> OptionalLong.of(bytes.applyAsLong(row)));
  }

  private Column<MemoryRow> sometimes(String title, Function<MemoryRow, OptionalLong> bytes) {
    return Column.numbers(
        title,
        NUMBER,
        row -> bytes.apply(row).stream().mapToObj(unit::text).findFirst().orElse(""),
        title,
        row -> bytes.apply(row).stream().mapToObj(Datum::of).findFirst().orElse(Datum.missing()));
  }

  static String verdict(MemoryHealth health) {
    StringJoiner words = new StringJoiner(", ");
    if (health.isHealthy()) {
      health.available().ifPresent(ratio -> words.add(percent(ratio) + " available"));
      words.add(stalled(health));
      return "Healthy: " + words;
    }
    for (MemoryHealth.Trouble trouble : health.troubles()) words.add(words(trouble, health));
    return "Not healthy: " + words;
  }

  private static String words(MemoryHealth.Trouble trouble, MemoryHealth health) {
    return switch (trouble) {
      case STALLED -> stalled(health);
      case LITTLE_AVAILABLE -> "only " + percent(health.available().orElseThrow()) + " available";
      case SWAP_FULL -> "swap " + percent(health.swapUsed().orElseThrow()) + " full";
    };
  }

  private static String stalled(MemoryHealth health) {
    return health
        .stall()
        .map(
            stall ->
                String.format(
                    Locale.ROOT,
                    "stalled for memory %.2f%% of 10 s, %.2f%% of 60 s",
                    stall.avg10(),
                    stall.avg60()))
        .orElse("the kernel does not tell of stalls");
  }

  /// Cut, never rounded up: 100 % would say that all is.
  private static String percent(double ratio) {
    return (long) (ratio * 100) + "%";
  }
}
