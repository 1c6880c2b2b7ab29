package dev.plimsoll.agent.cli.top;

import java.time.Duration;

/// What the viewer has chosen to see.
///
/// @param skipped how many lines are scrolled away
record TopView(
    Sort sort,
    boolean reversed,
    boolean commandLine,
    boolean eachCpu,
    Rows rows,
    TopFilter filter,
    Duration delay,
    int skipped) {

  /// What stands first.
  enum Sort {
    CPU,
    MEMORY,
    TIME,
    NUMBER
  }

  /// What has a line of its own.
  enum Rows {
    PROCESSES,
    THREADS,
    CONTAINERS
  }

  static TopView first(Duration delay) {
    return new TopView(Sort.CPU, false, false, false, Rows.PROCESSES, TopFilter.ALL, delay, 0);
  }

  TopView sortedBy(Sort other) {
    return new TopView(other, false, commandLine, eachCpu, rows, filter, delay, 0);
  }

  TopView reverse() {
    return new TopView(sort, !reversed, commandLine, eachCpu, rows, filter, delay, 0);
  }

  TopView withCommandLine(boolean shown) {
    return new TopView(sort, reversed, shown, eachCpu, rows, filter, delay, skipped);
  }

  TopView withEachCpu(boolean shown) {
    return new TopView(sort, reversed, commandLine, shown, rows, filter, delay, skipped);
  }

  TopView with(Rows other) {
    return new TopView(sort, reversed, commandLine, eachCpu, other, filter, delay, 0);
  }

  /// Those rows, or processes where they are shown already.
  TopView toggle(Rows other) {
    return with(rows == other ? Rows.PROCESSES : other);
  }

  TopView with(TopFilter other) {
    return new TopView(sort, reversed, commandLine, eachCpu, rows, other, delay, 0);
  }

  TopView every(Duration time) {
    return new TopView(sort, reversed, commandLine, eachCpu, rows, filter, time, skipped);
  }

  TopView scrolled(int lines) {
    int far = Math.max(0, skipped + lines);
    return new TopView(sort, reversed, commandLine, eachCpu, rows, filter, delay, far);
  }

  boolean containers() {
    return rows == Rows.CONTAINERS;
  }

  boolean threads() {
    return rows == Rows.THREADS;
  }
}
