package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.TaskState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// Which processes are shown, as procps chooses them: those that any list names, or that a general
/// choice takes; of these, only those in the pod, container and namespace asked for.
final class Selection {
  /// The general choices.
  enum General {
    /// `-e`, `-A`, `ax`.
    ALL,
    /// `-d`: all but session leaders.
    NO_LEADERS,
    /// `-a`: as `-d`, and on a terminal.
    ON_TERMINAL,
    /// `a`: on a terminal.
    BSD_ALL,
    /// `x`: of this user.
    BSD_OWN,
    /// A BSD option that chooses nothing, `u`: of this user and on a terminal.
    BSD_PLAIN
  }

  private final List<Predicate<PsProcess>> lists = new ArrayList<>();
  private final List<Predicate<PsProcess>> filters = new ArrayList<>();
  private final Set<General> general = EnumSet.noneOf(General.class);
  private final Set<Need> needs = EnumSet.noneOf(Need.class);
  private boolean negated;

  /// Who asks: whose processes are chosen where nothing else is said.
  ///
  /// @param tty empty where the system does not tell who is on which
  record Asker(long uid, OptionalInt tty) {}

  void add(General choice) {
    general.add(choice);
  }

  /// Adds the processes of a list, which needs more of them to be read.
  void list(Predicate<PsProcess> list, Need... needed) {
    lists.add(list);
    needs.addAll(List.of(needed));
  }

  void negate() {
    negated = true;
  }

  void runningOnly() {
    filters.add(
        process ->
            process.stat().state() == TaskState.RUNNING
                || process.stat().state() == TaskState.DISK_SLEEP);
  }

  /// Only processes in a place, which their control group tells.
  void in(Predicate<PsProcess> place) {
    needs.add(Need.CGROUP);
    filters.add(place);
  }

  /// What must be read of every process to choose.
  Set<Need> needs() {
    boolean ofUser =
        lists.isEmpty()
            && !general.contains(General.ALL)
            && !general.contains(General.BSD_ALL)
            && filters.isEmpty();
    Set<Need> all = EnumSet.noneOf(Need.class);
    all.addAll(needs);
    if (ofUser) all.add(Need.STATUS);
    return all;
  }

  boolean takes(PsProcess process, Asker asker) {
    if (!filters.stream().allMatch(filter -> filter.test(process))) return false;
    return chosen(process, asker) != negated;
  }

  private boolean chosen(PsProcess process, Asker asker) {
    if (lists.stream().anyMatch(list -> list.test(process))) return true;
    if (general.isEmpty()) return lists.isEmpty() && byDefault(process, asker);
    if (general.contains(General.BSD_ALL) && general.contains(General.BSD_OWN)) return true;
    return general.stream().anyMatch(choice -> takes(choice, process, asker));
  }

  /// A pod, container or namespace that is asked for is shown whole.
  private boolean byDefault(PsProcess process, Asker asker) {
    if (needs.contains(Need.CGROUP)) return true;
    return owned(process, asker) && (asker.tty().isEmpty() || tty(process).equals(asker.tty()));
  }

  private boolean takes(General choice, PsProcess process, Asker asker) {
    boolean leader = process.kernel().filter(stat -> stat.session() == process.pid()).isPresent();
    return switch (choice) {
      case ALL -> true;
      case NO_LEADERS -> !leader;
      case ON_TERMINAL -> !leader && onTerminal(process);
      case BSD_ALL -> onTerminal(process);
      case BSD_OWN -> owned(process, asker);
      case BSD_PLAIN -> lists.isEmpty() && byPlain(process, asker);
    };
  }

  private boolean byPlain(PsProcess process, Asker asker) {
    if (general.size() > 1) return false;
    if (needs.contains(Need.CGROUP)) return true;
    return owned(process, asker) && (asker.tty().isEmpty() || onTerminal(process));
  }

  private static OptionalInt tty(PsProcess process) {
    return process.kernel().stream().mapToInt(ProcStat::tty).findFirst();
  }

  private static boolean onTerminal(PsProcess process) {
    return tty(process).orElse(0) != 0;
  }

  /// The option that chooses by sessions or terminals, which only Linux tells; empty without one.
  Optional<String> linuxOnly() {
    if (general.contains(General.NO_LEADERS)) return Optional.of("-d");
    if (general.contains(General.ON_TERMINAL)) return Optional.of("-a");
    boolean some = general.contains(General.BSD_ALL) && !general.contains(General.BSD_OWN);
    return some ? Optional.of("a") : Optional.empty();
  }

  private static boolean owned(PsProcess process, Asker asker) {
    return process.status().map(status -> status.user().effective() == asker.uid()).orElse(false);
  }
}
