package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads command lines with little patience. A process that does not answer costs one waiting
/// thread until it does, and is not asked again before; with [#MOST_STUCK] of them nobody is asked.
final class Cmdlines {
  private static final long PATIENCE_NANOS = 20_000_000;
  private static final int MOST_STUCK = 4;

  private final Roots roots;
  private final List<Stuck> stuck = new ArrayList<>();
  private final Set<ProcessState> wanted = new LinkedHashSet<>();

  private record Stuck(CmdlineBatch batch, int index, ProcessState process) {

    /// @return whether the process has answered at last, or ended
    boolean over() {
      if (!batch.ended()) return false;
      batch.answer(index).ifPresent(process::cmdline);
      return true;
    }
  }

  Cmdlines(Roots roots) {
    this.roots = roots;
  }

  void want(ProcessState process) {
    wanted.add(process);
  }

  /// The process is no more.
  void forget(ProcessState process) {
    wanted.remove(process);
  }

  /// None of the processes is remembered any more.
  void forgetAll() {
    wanted.clear();
  }

  /// How many wait to be asked.
  int waiting() {
    return wanted.size();
  }

  /// Reads what was wanted since the last time; what cannot be asked now waits for the next.
  void read() {
    stuck.removeIf(Stuck::over);
    wanted.removeIf(process -> stuck.stream().anyMatch(each -> each.process() == process));
    while (!wanted.isEmpty() && stuck.size() < MOST_STUCK) read(List.copyOf(wanted));
    wanted.forEach(this::late);
  }

  private void read(List<ProcessState> asked) {
    int[] pids = asked.stream().mapToInt(ProcessState::pid).toArray();
    CmdlineBatch batch = new CmdlineBatch(roots, pids);
    Thread.ofPlatform().name("plimsoll-cmdline").daemon().start(batch);
    int answered = batch.await(PATIENCE_NANOS);
    for (int index = 0; index < answered; index++) {
      answered(asked.get(index), batch.answer(index));
    }
    if (answered < pids.length) {
      stuck.add(new Stuck(batch, answered, asked.get(answered)));
      late(asked.get(answered));
      wanted.remove(asked.get(answered));
    }
  }

  private void answered(ProcessState process, Optional<Section<ProcCmdline>> answer) {
    answer.ifPresentOrElse(process::cmdline, () -> late(process));
    wanted.remove(process);
  }

  private void late(ProcessState process) {
    process.cmdlineLate(
        new SourceFailure(
            SourceFailure.Kind.TIMEOUT,
            roots.proc(process.pid() + "/cmdline"),
            0,
            "the process does not let its memory be read"));
  }
}
