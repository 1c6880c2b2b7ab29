package dev.plimsoll.agent.cli.containers;

import dev.plimsoll.agent.cli.mount.HumanSize;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.cli.table.Figures;
import dev.plimsoll.agent.cli.table.ListForms;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// The columns of `plimsoll containers`.
public final class ContainerColumns implements ListForms<ContainerRow> {
  /// What the numbers of a narrow line leave is for the two names.
  private static final int NUMBERS = 45;

  private static final int LEAST_NAME = 9;

  /// Within 80 columns.
  ///
  /// @param width of a line; empty for lines of any length
  @Override
  public List<Column<ContainerRow>> text(OptionalInt width) {
    int names = width.isPresent() ? width.getAsInt() - NUMBERS : 1024;
    int pod = Math.max(LEAST_NAME, names * 3 / 5);
    int container = Math.max(LEAST_NAME, names - pod);
    List<Column<ContainerRow>> columns = new ArrayList<>();
    columns.add(name("POD", "pod", row -> row.name().pod(), pod));
    columns.add(name("CONTAINER", "container", row -> row.name().container(), container));
    columns.addAll(use());
    columns.add(
        Column.numbers(
            "%PSI", 6, ContainerColumns::stalls, "pressure", row -> datum(row.worstStall())));
    columns.add(whole("PIDS", 4, "tasks", ContainerRow::tasks));
    columns.add(whole("RST", 3, "restarts", ContainerRow::restarts));
    columns.add(age());
    return columns;
  }

  /// With all that is known, for wide terminals.
  @Override
  public List<Column<ContainerRow>> wide() {
    List<Column<ContainerRow>> columns = new ArrayList<>();
    columns.add(name("NAMESPACE", "namespace", row -> row.name().namespace(), 1024));
    columns.add(name("POD", "pod", row -> row.name().pod(), 1024));
    columns.add(name("CONTAINER", "container", row -> row.name().container(), 1024));
    columns.addAll(use());
    columns.add(cores("CPULIM", "cpu_limit_cores", ContainerRow::cpuLimit));
    columns.add(bytes("USAGE", "memory_usage_bytes", ContainerRow::memoryUsage));
    columns.add(bytes("UNRECL", "memory_unreclaimable_bytes", ContainerRow::unreclaimable));
    columns.add(bytes("MEMLIM", "memory_limit_bytes", ContainerRow::memoryLimit));
    columns.add(whole("OOM", 3, "oom_kills", ContainerRow::oomKills));
    columns.add(ratio("CPU-PSI", "pressure_cpu_ratio", ContainerRow::cpuStall));
    columns.add(ratio("MEM-PSI", "pressure_memory_ratio", ContainerRow::memoryStall));
    columns.add(ratio("IO-PSI", "pressure_io_ratio", ContainerRow::ioStall));
    columns.add(whole("PIDS", 4, "tasks", ContainerRow::tasks));
    columns.add(whole("PIDLIM", 4, "tasks_limit", ContainerRow::tasksLimit));
    columns.add(whole("RST", 3, "restarts", ContainerRow::restarts));
    columns.add(age());
    columns.add(name("ID", "id", ContainerRow::id, 12));
    return columns;
  }

  /// For programs: the same, in base units, with what tells containers apart.
  @Override
  public List<Column<ContainerRow>> json() {
    List<Column<ContainerRow>> columns = new ArrayList<>(wide());
    columns.add(name("", "workload", row -> row.name().workload(), 1024));
    columns.add(name("", "workload_kind", row -> row.name().workloadKind(), 1024));
    columns.add(cores("", "cpu_seconds", ContainerRow::cpuSeconds));
    columns.add(name("", "cgroup", row -> row.group().path(), 1024));
    return columns;
  }

  private static List<Column<ContainerRow>> use() {
    return List.of(
        cores("CPU", "cpu_cores", ContainerRow::cores),
        ratio("%THR", "throttled_ratio", ContainerRow::throttled),
        bytes("MEM", "memory_working_set_bytes", ContainerRow::workingSet),
        ratio("%LIM", "memory_limit_ratio", ContainerRow::memoryRatio));
  }

  /// CPU, memory and I/O, in whole percents: `12/0/3`.
  public static String stalls(ContainerRow row) {
    if (row.worstStall().isEmpty()) return "-";
    return percent(row.cpuStall())
        + '/'
        + percent(row.memoryStall())
        + '/'
        + percent(row.ioStall());
  }

  /// The working set as whole percents of the limit.
  public static String limit(ContainerRow row) {
    return percent(row.memoryRatio());
  }

  /// The share of periods in which the quota was used up, in whole percents.
  public static String throttled(ContainerRow row) {
    return percent(row.throttled());
  }

  private static Column<ContainerRow> name(
      String title, String key, Function<ContainerRow, String> text, int most) {
    return Column.names(title, most, text, key, row -> Datum.of(text.apply(row)));
  }

  private static Column<ContainerRow> cores(
      String title, String key, Function<ContainerRow, OptionalDouble> value) {
    return Column.numbers(
        title,
        5,
        row ->
            value.apply(row).isPresent() ? Figures.decimal(value.apply(row).getAsDouble(), 2) : "-",
        key,
        row -> datum(value.apply(row)));
  }

  private static Column<ContainerRow> ratio(
      String title, String key, Function<ContainerRow, OptionalDouble> value) {
    return Column.numbers(
        title, 4, row -> percent(value.apply(row)), key, row -> datum(value.apply(row)));
  }

  static String percent(OptionalDouble ratio) {
    return ratio.isPresent() ? Long.toString(Math.round(ratio.getAsDouble() * 100)) : "-";
  }

  private static Column<ContainerRow> bytes(
      String title, String key, Function<ContainerRow, OptionalLong> value) {
    return Column.numbers(
        title,
        5,
        row ->
            value.apply(row).isPresent() ? HumanSize.of(value.apply(row).getAsLong(), 1024) : "-",
        key,
        row -> datum(value.apply(row)));
  }

  private static Column<ContainerRow> whole(
      String title, int width, String key, Function<ContainerRow, OptionalLong> value) {
    return Column.numbers(
        title,
        width,
        row -> value.apply(row).isPresent() ? "" + value.apply(row).getAsLong() : "-",
        key,
        row -> datum(value.apply(row)));
  }

  private static Column<ContainerRow> age() {
    ToLongFunction<ContainerRow> seconds = ContainerRow::ageSeconds;
    return Column.numbers(
        "AGE",
        4,
        row -> Figures.age(seconds.applyAsLong(row)),
        "age_seconds",
        row -> Datum.of(seconds.applyAsLong(row)));
  }

  private static Datum datum(OptionalDouble value) {
    return value.isPresent() ? Datum.of(value.getAsDouble()) : Datum.missing();
  }

  private static Datum datum(OptionalLong value) {
    return value.isPresent() ? Datum.of(value.getAsLong()) : Datum.missing();
  }
}
