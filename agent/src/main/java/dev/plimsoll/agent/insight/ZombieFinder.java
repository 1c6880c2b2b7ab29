package dev.plimsoll.agent.insight;

import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessId;
import dev.plimsoll.collectors.process.TaskState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds processes that have ended and that nobody has asked for their exit codes. Remembers those
/// of the last table, since for a moment every process that ends is one. Belongs to the thread that
/// reads.
final class ZombieFinder {
  private static final int MOST_PARENTS = 5;
  private static final Comparator<ZombieParent> MOST_FIRST =
      Comparator.comparingInt(ZombieParent::zombies)
          .reversed()
          .thenComparingInt(parent -> parent.id().pid());

  private Set<ProcessId> before = Set.of();
  private Set<ProcessId> now = new HashSet<>();

  /// Begins a table.
  void begin() {
    before = now;
    now = new HashSet<>();
  }

  /// The parents with the most, at most five; the rest counts for none.
  List<ZombieParent> find(ContainerTable table, ContainerProcesses container) {
    Map<Integer, int[]> counts = new HashMap<>();
    for (ProcessEntry member : container.members) {
      if (member.stat().state() != TaskState.ZOMBIE) continue;
      now.add(member.id());
      int[] count = counts.computeIfAbsent(member.stat().ppid(), _ -> new int[2]);
      count[0]++;
      if (before.contains(member.id())) count[1]++;
    }
    if (counts.isEmpty()) return List.of();
    List<ZombieParent> parents = new ArrayList<>();
    counts.forEach((pid, count) -> parents.add(parent(table, container, pid, count)));
    return parents.stream().sorted(MOST_FIRST).limit(MOST_PARENTS).toList();
  }

  private static ZombieParent parent(
      ContainerTable table, ContainerProcesses container, int pid, int[] count) {
    @Nullable ProcessEntry parent = table.process(pid);
    boolean isFirst = container.first().pid() == pid;
    return parent == null
        ? new ZombieParent(new ProcessId(pid, 0), "", isFirst, count[0], count[1])
        : new ZombieParent(parent.id(), parent.stat().comm(), isFirst, count[0], count[1]);
  }
}
