package dev.plimsoll.agent.cli.top;

import java.time.Duration;

/// What the viewer has chosen to see.
///
/// @param text only lines with this in their command, user, pod or container; empty for all
/// @param pod only pods and containers with this in their name; empty for all
/// @param skipped how many lines are scrolled away
record TopView(
    Sort sort,
    boolean reversed,
    boolean commandLine,
    boolean eachCpu,
    boolean containers,
    String text,
    String pod,
    Duration delay,
    int skipped) {

  /// What stands first.
  enum Sort {
    CPU,
    MEMORY,
    TIME,
    NUMBER
  }

  static TopView first(Duration delay) {
    return new TopView(Sort.CPU, false, false, false, false, "", "", delay, 0);
  }

  TopView sortedBy(Sort other) {
    return new TopView(other, false, commandLine, eachCpu, containers, text, pod, delay, 0);
  }

  TopView reverse() {
    return new TopView(sort, !reversed, commandLine, eachCpu, containers, text, pod, delay, 0);
  }

  TopView withCommandLine(boolean shown) {
    return new TopView(sort, reversed, shown, eachCpu, containers, text, pod, delay, skipped);
  }

  TopView withEachCpu(boolean shown) {
    return new TopView(sort, reversed, commandLine, shown, containers, text, pod, delay, skipped);
  }

  TopView withContainers(boolean shown) {
    return new TopView(sort, reversed, commandLine, eachCpu, shown, text, pod, delay, 0);
  }

  TopView withText(String filter) {
    return new TopView(sort, reversed, commandLine, eachCpu, containers, filter, pod, delay, 0);
  }

  TopView withPod(String filter) {
    return new TopView(sort, reversed, commandLine, eachCpu, containers, text, filter, delay, 0);
  }

  TopView every(Duration time) {
    return new TopView(sort, reversed, commandLine, eachCpu, containers, text, pod, time, skipped);
  }

  TopView scrolled(int lines) {
    int far = Math.max(0, skipped + lines);
    return new TopView(sort, reversed, commandLine, eachCpu, containers, text, pod, delay, far);
  }
}
