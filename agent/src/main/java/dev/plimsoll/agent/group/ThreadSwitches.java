package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcThread;
import dev.plimsoll.collectors.process.ProcessThreads;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Context switches of a process of which all threads are known: theirs together, in the place of
/// those of the first thread.
final class ThreadSwitches {
  private ThreadSwitches() {}

  /// What a process did, with the switches of all its threads where they are known.
  static Counts of(Member member, Counts growth) {
    ProcessThreads now = member.threads;
    if (now == null || now.threads().isEmpty()) return growth;
    Counts all = new Counts(growth);
    replace(member, all, Count.VOLUNTARY_SWITCHES, ProcStatus::voluntarySwitches);
    replace(member, all, Count.NONVOLUNTARY_SWITCHES, ProcStatus::nonvoluntarySwitches);
    return all;
  }

  private static void replace(
      Member member, Counts growth, Count count, ToLongFunction<ProcStatus> switches) {
    long total = sum(member.threads, switches);
    if (member.entryBefore == null) {
      if (member.fromBirth) growth.set(count, total);
      return;
    }
    ProcessThreads before = member.threadsBefore;
    if (before == null) return;
    long had = before.threads().isEmpty() ? first(member, switches) : sum(before, switches);
    growth.set(count, Math.max(0, total - had));
  }

  private static long first(Member member, ToLongFunction<ProcStatus> switches) {
    ProcStatus status = member.statusBefore;
    return status == null ? 0 : switches.applyAsLong(status);
  }

  private static long sum(@Nullable ProcessThreads all, ToLongFunction<ProcStatus> switches) {
    List<ProcThread> threads = all == null ? List.of() : all.threads();
    return threads.stream()
        .mapToLong(thread -> thread.status().present().map(switches::applyAsLong).orElse(0L))
        .sum();
  }
}
