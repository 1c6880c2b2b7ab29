package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is there: the members of the last table by pid, carried over from table to table. Both are
/// sorted, so that one walk through both finds who stayed, came and went, without a map.
final class Census {
  /// A chain of parents that all ended at once is followed so far.
  private static final int MOST_ANCESTORS = 64;

  private Member[] members = new Member[0];
  private Member[] previous = new Member[0];
  private int size;
  private int previousSize;
  private final List<Member> gone = new ArrayList<>();
  private long youngestAtFirst = -1;

  int size() {
    return size;
  }

  Member get(int index) {
    return members[index];
  }

  /// Takes a new table.
  void update(ProcessTable table) {
    List<ProcessEntry> entries = table.processes();
    swap(entries.size());
    gone.clear();
    int old = 0;
    for (ProcessEntry entry : entries) {
      while (old < previousSize && previous[old].pid() < entry.pid()) gone.add(previous[old++]);
      boolean samePid = old < previousSize && previous[old].pid() == entry.pid();
      Member member = member(samePid ? previous[old++] : null, entry);
      member.threads(table.threads().get(entry.id()));
      members[size++] = member;
    }
    while (old < previousSize) gone.add(previous[old++]);
    if (youngestAtFirst < 0) youngestAtFirst = youngest(entries);
    for (Member member : gone) settle(member);
    Arrays.fill(previous, 0, previousSize, null);
  }

  private void swap(int entries) {
    Member[] spare = previous;
    previous = members;
    previousSize = size;
    members = spare.length >= entries ? spare : new Member[entries + entries / 4];
    size = 0;
  }

  private Member member(@Nullable Member known, ProcessEntry entry) {
    if (known != null && known.entry.id().equals(entry.id())) {
      known.roll(entry);
      return known;
    }
    if (known != null) gone.add(known);
    // Younger than all of the first table: it cannot have been missed there.
    boolean fromBirth = youngestAtFirst >= 0 && entry.id().startTicks() > youngestAtFirst;
    return new Member(entry, fromBirth);
  }

  private static long youngest(List<ProcessEntry> entries) {
    long youngest = 0;
    for (ProcessEntry entry : entries) youngest = Math.max(youngest, entry.id().startTicks());
    return youngest;
  }

  /// The nearest ancestor that lives may have waited for it, or for who waited for it.
  private void settle(Member ended) {
    Member child = ended;
    for (int step = 0; step < MOST_ANCESTORS; step++) {
      Member parent = parent(child);
      if (parent != null) {
        parent.debts.add(ended);
        return;
      }
      int index = find(gone, child.ppid());
      if (index < 0) return;
      child = gone.get(index);
    }
  }

  /// The parent of a process, where it lives.
  @Nullable Member parent(Member child) {
    int pid = child.ppid();
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Member member = members[middle];
      if (member.pid() == pid) return member.startTicks() <= child.startTicks() ? member : null;
      if (member.pid() < pid) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  private static int find(List<Member> sorted, int pid) {
    int low = 0;
    int high = sorted.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = sorted.get(middle).pid();
      if (at == pid) return middle;
      if (at < pid) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
