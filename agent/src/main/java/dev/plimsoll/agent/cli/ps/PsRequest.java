package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ReadBy;
import dev.plimsoll.collectors.process.AccountNames;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one command line asks for, gathered option by option.
final class PsRequest {
  /// How parents and children are shown.
  enum Tree {
    NONE,
    /// Lines drawn from parents to children.
    LINES,
    /// Children stand further to the right.
    INDENTED
  }

  /// One key of the order.
  record SortKey(PsColumn column, boolean descending) {}

  /// A user or group that a list names; it must exist.
  record Account(String option, String name, Function<PsNode, AccountNames> accounts) {}

  final List<Account> accounts = new ArrayList<>();
  final Selection selection = new Selection();
  @Nullable PsFormat format;
  final List<PsColumn> columns = new ArrayList<>();
  final List<SortKey> order = new ArrayList<>();
  Tree tree = Tree.NONE;
  PsThreads threads = PsThreads.NONE;
  boolean header = true;
  boolean json;
  boolean help;
  boolean version;
  boolean trueNames;
  boolean numericUsers;

  /// How many times wide lines were asked for: 132 cells, then any length.
  int wide;

  OptionalInt width = OptionalInt.empty();
  ReadBy processes = ReadBy.usual();

  /// An option that chooses by what only Linux tells; null without one.
  @Nullable String linuxOnly;

  @Nullable String procfs;
  @Nullable String sysfs;
  @Nullable String rootfs;
  @Nullable String agent;

  void threads(PsThreads shown, String option) {
    threads = shown;
    linuxOnly = option;
  }

  /// `-j` after `-f` adds columns instead of choosing others.
  void format(PsFormat asked) {
    boolean full = format == PsFormat.FULL || asked == PsFormat.FULL;
    boolean jobs = format == PsFormat.JOBS || asked == PsFormat.JOBS;
    format = full && jobs ? PsFormat.FULL_JOBS : asked;
  }
}
