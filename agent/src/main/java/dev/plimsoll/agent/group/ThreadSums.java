package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcIo;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcThread;
import dev.plimsoll.collectors.process.ProcessId;
import dev.plimsoll.collectors.process.ProcessThreads;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds up what the threads of a group do, as process-exporter does: by name; from the second pass
/// that sees a thread on; and a name that no thread has any more is forgotten with all it did.
final class ThreadSums {
  /// Programs may name their threads as they like, each in another way.
  static final int MOST_NAMES = 1000;

  private final Labels group;
  private final Map<String, Sum> names = new TreeMap<>();
  private final Map<String, Integer> waits = new TreeMap<>();
  private final GroupState.Sum states = new GroupState.Sum();

  private static final class Sum {
    private final SeriesLabels labels;
    private final Counts counts = new Counts();
    private int threads;

    Sum(SeriesLabels labels) {
      this.labels = labels;
    }
  }

  ThreadSums(Labels group) {
    this.group = group;
  }

  /// Adds the threads of a process.
  ///
  /// @param before as the pass before saw them
  void add(@Nullable ProcessThreads before, ProcessThreads now) {
    now.waitChannel().ifPresent(this::waits);
    Map<ProcessId, Counts> known = counts(before);
    for (ProcThread thread : now.threads()) {
      states.count(thread.stat());
      thread.waitChannel().ifPresent(this::waits);
      Sum sum = sum(thread.stat().comm());
      if (sum == null) continue;
      sum.threads++;
      Counts had = known.get(thread.stat().id());
      if (had != null) sum.counts.add(growth(thread, had));
    }
  }

  private void waits(String function) {
    if (waits.size() < MOST_NAMES || waits.containsKey(function)) {
      waits.merge(function, 1, Integer::sum);
    }
  }

  private @Nullable Sum sum(String name) {
    Sum known = names.get(name);
    if (known != null || names.size() >= MOST_NAMES) return known;
    Sum sum = new Sum(new SeriesLabels(group.merge(Labels.of("threadname", name))));
    names.put(name, sum);
    return sum;
  }

  private static Map<ProcessId, Counts> counts(@Nullable ProcessThreads before) {
    if (before == null) return Map.of();
    Map<ProcessId, Counts> counts = new HashMap<>();
    for (ProcThread thread : before.threads()) counts.put(thread.stat().id(), total(thread));
    return counts;
  }

  private static Counts growth(ProcThread thread, Counts before) {
    Counts growth = total(thread);
    growth.subtract(before, false);
    return growth;
  }

  private static Counts total(ProcThread thread) {
    ProcIo io = thread.io() instanceof Section.Present<ProcIo> present ? present.value() : null;
    ProcStatus status =
        thread.status() instanceof Section.Present<ProcStatus> present ? present.value() : null;
    Counts total = new Counts();
    Growth.total(thread.stat(), io, status, total);
    return total;
  }

  /// Ends a pass.
  GroupThreads end() {
    names.values().removeIf(sum -> sum.threads == 0);
    if (names.isEmpty() && waits.isEmpty()) return GroupThreads.NONE;
    GroupThreads threads =
        new GroupThreads(
            names.values().stream()
                .map(sum -> new GroupThreads.Named(sum.labels, sum.threads, new Counts(sum.counts)))
                .toList(),
            states.state(),
            waits);
    for (Sum sum : names.values()) sum.threads = 0;
    states.reset();
    waits.clear();
    return threads;
  }
}
