package dev.plimsoll.agent.insight;

import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcStatus.Signals;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.TaskState;
import java.util.List;
import java.util.Optional;

/// What becomes of the signal that asks a container to end. The first process of a pid namespace
/// gets none from outside for which it has no handler, not even one whose default is to end the
/// process (`pid_namespaces(7)`, `sig_task_ignored` in `kernel/signal.c`); so a container without
/// one is killed at the end of its grace. A signal that is blocked stays pending, as for an init
/// that waits for signals.
public record StopSignalAudit(StopSignal signal, Answer answer) {

  /// What the first process makes of it.
  public enum Answer {
    /// It has a handler.
    CATCHES,
    /// It blocks the signal, to ask for it when it likes.
    BLOCKS,
    /// It has no handler, or says that it ignores the signal: the kernel drops it.
    DROPS,
    /// Nobody can refuse this signal.
    OBEYS
  }

  /// Empty where it is not known how the process treats signals, and where it is not the first of a
  /// pid namespace, for then the signal ends it unless it says otherwise. Of one that has ended the
  /// kernel shows empty masks.
  ///
  /// @param first the container's first process
  static Optional<StopSignalAudit> of(ProcessEntry first, StopSignal signal) {
    if (first.stat().state() == TaskState.ZOMBIE) return Optional.empty();
    return first
        .seldom()
        .status()
        .present()
        .filter(status -> isNamespaceInit(status.namespacePids()))
        .map(status -> new StopSignalAudit(signal, answer(status, signal)));
  }

  static boolean isNamespaceInit(List<Integer> namespacePids) {
    return namespacePids.size() > 1 && namespacePids.getLast() == 1;
  }

  private static Answer answer(ProcStatus status, StopSignal signal) {
    Signals signals = status.signals();
    if (signal.isForced()) return Answer.OBEYS;
    if ((signals.caught() & signal.bit()) != 0) return Answer.CATCHES;
    if ((signals.blocked() & signal.bit()) != 0) return Answer.BLOCKS;
    return Answer.DROPS;
  }

  /// Whether the container ends when it is asked to, as far as the kernel can tell.
  public boolean isHandled() {
    return answer != Answer.DROPS;
  }
}
