package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcIo;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessThreads;
import org.jspecify.annotations.Nullable;

/// One process from its first pass to its last: what was read of it now and the time before, and
/// the groups it is in. Known by pid and start time.
final class Member {
  /// Whether it started while we looked on, so that all it did is new.
  final boolean fromBirth;

  ProcessEntry entry;
  @Nullable ProcessEntry entryBefore;
  @Nullable ProcIo ioBefore;
  @Nullable ProcIo io;
  @Nullable ProcStatus statusBefore;
  @Nullable ProcStatus status;

  /// Its threads, while they are read.
  @Nullable ProcessThreads threadsBefore;

  @Nullable ProcessThreads threads;

  /// What ended children had done that was counted as theirs, and may come again as their parent's.
  final Debts debts = new Debts();

  @Nullable Home home;
  @Nullable Place place;
  @Nullable PlaceGroup group;
  String name = "";

  /// The name that a rule gave it or an ancestor.
  @Nullable String ruled;

  boolean named;

  /// Passes in which it could not be named, since its arguments were not known.
  int unnamedPasses;

  /// What it did before it was named.
  @Nullable Counts pending;

  @Nullable NamedGroup namedGroup;

  Member(ProcessEntry entry, boolean fromBirth) {
    this.entry = entry;
    this.fromBirth = fromBirth;
    read(entry);
  }

  /// Takes what a further pass read.
  void roll(ProcessEntry next) {
    entryBefore = entry;
    ioBefore = io;
    statusBefore = status;
    entry = next;
    read(next);
  }

  void threads(@Nullable ProcessThreads next) {
    threadsBefore = threads;
    threads = next;
  }

  private void read(ProcessEntry next) {
    if (next.io() instanceof Section.Present<ProcIo> present) io = present.value();
    if (next.seldom().status() instanceof Section.Present<ProcStatus> present) {
      status = present.value();
    }
  }

  /// Whether the reader found nothing changed since the pass before: it hands on the same object.
  @SuppressWarnings("ReferenceEquality")
  boolean isIdle() {
    return entry == entryBefore && io == ioBefore && status == statusBefore && debts.isEmpty();
  }

  int pid() {
    return entry.pid();
  }

  int ppid() {
    return entry.stat().ppid();
  }

  long startTicks() {
    return entry.id().startTicks();
  }
}
