package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.collectors.process.ProcStat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Something that `ps -o` can show of a process.
///
/// @param names what it is called after `-o` and `--sort`, as procps calls it
/// @param width as procps has it, in terminal cells
/// @param needs what must be read of a process for it, besides `stat`
record PsColumn(
    List<String> names,
    String header,
    Align align,
    int width,
    Overflow overflow,
    Function<PsProcess, String> text,
    String key,
    Function<PsProcess, Datum> datum,
    Set<Need> needs) {

  /// What becomes of a cell that is wider than its column.
  enum Overflow {
    /// The column grows.
    GROW,
    /// It is cut, but in the last column of a line.
    CUT,
    /// It is cut and ends in `+`.
    MARK
  }

  /// What is read of a process only where a column or a choice asks for it.
  enum Need {
    STATUS,
    CMDLINE,
    CGROUP,
    WCHAN,
    /// Every thread apart.
    THREADS
  }

  /// A column of numbers or of words that stand to the right.
  static PsColumn right(
      String names,
      String header,
      int width,
      Function<PsProcess, String> text,
      String key,
      Function<PsProcess, Datum> datum,
      Need... needs) {
    return of(names, header, Align.RIGHT, width, Overflow.GROW, text, key, datum, needs);
  }

  /// A column of plain numbers: people and programs get the same.
  static PsColumn number(
      String names,
      String header,
      int width,
      String key,
      Function<PsProcess, Long> number,
      Need... needs) {
    return right(
        names,
        header,
        width,
        process -> Long.toString(number.apply(process)),
        key,
        process -> Datum.of((long) number.apply(process)),
        needs);
  }

  /// A column of plain numbers that only Linux tells.
  static PsColumn kernel(
      String names, String header, int width, String key, ToLongFunction<ProcStat> number) {
    Function<PsProcess, Optional<Long>> known =
        process -> process.kernel().map(stat -> number.applyAsLong(stat));
    return right(
        names,
        header,
        width,
        process -> known.apply(process).map(value -> Long.toString(value)).orElse("-"),
        key,
        process ->
            known.apply(process).map(value -> Datum.of((long) value)).orElseGet(Datum::missing));
  }

  /// A column of words.
  static PsColumn words(
      String names,
      String header,
      int width,
      Overflow overflow,
      String key,
      Function<PsProcess, String> text,
      Need... needs) {
    Function<PsProcess, Datum> datum = process -> Datum.of(text.apply(process));
    return of(names, header, Align.LEFT, width, overflow, text, key, datum, needs);
  }

  static PsColumn of(
      String names,
      String header,
      Align align,
      int width,
      Overflow overflow,
      Function<PsProcess, String> text,
      String key,
      Function<PsProcess, Datum> datum,
      Need... needs) {
    Set<Need> needed = EnumSet.noneOf(Need.class);
    needed.addAll(Arrays.asList(needs));
    List<String> all = List.of(names.split(" ", -1));
    return new PsColumn(all, header, align, width, overflow, text, key, datum, Set.copyOf(needed));
  }

  PsColumn titled(String title) {
    return new PsColumn(names, title, align, width, overflow, text, key, datum, needs);
  }

  PsColumn wide(int cells) {
    return new PsColumn(names, header, align, cells, overflow, text, key, datum, needs);
  }

  PsColumn marked() {
    return new PsColumn(names, header, align, width, Overflow.MARK, text, key, datum, needs);
  }

  /// As the table takes it.
  ///
  /// @param last whether it ends the line
  Column<PsProcess> column(boolean last) {
    return new Column<>(header, align, width, process -> cut(process, last), key, datum);
  }

  private String cut(PsProcess process, boolean last) {
    String full = text.apply(process);
    if (full.length() <= width) return full;
    return switch (overflow) {
      case GROW -> full;
      case CUT -> last ? full : full.substring(0, width);
      case MARK -> full.substring(0, Math.max(0, width - 1)) + '+';
    };
  }

  /// Where numbers come before words, and what is missing before both.
  static int compare(Datum one, Datum other) {
    int byKind = Integer.compare(rank(one), rank(other));
    if (byKind != 0) return byKind;
    return rank(one) == 1
        ? Double.compare(number(one), number(other))
        : words(one).compareTo(words(other));
  }

  private static int rank(Datum datum) {
    return switch (datum) {
      case Datum.Missing _ -> 0;
      case Datum.Whole _, Datum.Fraction _ -> 1;
      case Datum.Text _, Datum.Truth _, Datum.Texts _ -> 2;
    };
  }

  private static double number(Datum datum) {
    return switch (datum) {
      case Datum.Whole(long number) -> number;
      case Datum.Fraction(double number) -> number;
      case Datum.Text _, Datum.Truth _, Datum.Texts _, Datum.Missing _ -> Double.NaN;
    };
  }

  private static String words(Datum datum) {
    return datum instanceof Datum.Text(String text) ? text : "";
  }
}
