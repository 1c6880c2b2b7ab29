package dev.plimsoll.agent.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;
import org.jspecify.annotations.Nullable;

/// Which labels a family has had: a set that takes one array and no object for each. (As fast as it
/// can be, for it is asked for every series of every page.)
final class SeenLabels {
  private @Nullable Labels[] table = new Labels[16];
  private int size;

  /// @return whether they are new
  boolean add(Labels labels) {
    if (size * 2 >= table.length) grow();
    int slot = slot(labels, table);
    if (table[slot] != null) return false;
    table[slot] = labels;
    size++;
    return true;
  }

  int size() {
    return size;
  }

  private void grow() {
    @Nullable Labels[] larger = new Labels[table.length * 2];
    for (Labels labels : table) {
      if (labels != null) larger[slot(labels, larger)] = labels;
    }
    table = larger;
  }

  /// Where the labels are, or where they belong.
  private static int slot(Labels labels, @Nullable Labels[] table) {
    int slot = hash(labels) & table.length - 1;
    for (Labels there; (there = table[slot]) != null; slot = slot + 1 & table.length - 1) {
      if (there.equals(labels)) break;
    }
    return slot;
  }

  /// By the values alone: strings know their hash, and the names are nearly always the same.
  private static int hash(Labels labels) {
    int hash = 0;
    for (int index = 0; index < labels.size(); index++) {
      hash = hash * 31 + labels.getValue(index).hashCode();
    }
    hash *= 0x9E37_79B1;
    return hash ^ hash >>> 15;
  }
}
