package dev.plimsoll.agent.group;

import java.util.Arrays;

/// A number for each [Count], or the knowledge that there is none.
public final class Counts {
  private final long[] values = new long[Count.HOW_MANY];
  private int known;

  Counts() {}

  Counts(Counts other) {
    System.arraycopy(other.values, 0, values, 0, values.length);
    known = other.known;
  }

  /// Whether it could be read of any of the processes.
  public boolean has(Count count) {
    return (known & 1 << count.slot) != 0;
  }

  /// The number; 0 where there is none.
  public long get(Count count) {
    return values[count.slot];
  }

  void set(Count count, long value) {
    values[count.slot] = value;
    known |= 1 << count.slot;
  }

  void know(Count one, Count two) {
    known |= 1 << one.slot | 1 << two.slot;
  }

  void clear() {
    known = 0;
    Arrays.fill(values, 0);
  }

  /// Leaves what came on top of `before`; where `before` knows nothing, all of it or nothing.
  void subtract(Counts before, boolean allIfUnknown) {
    for (int index = 0; index < values.length; index++) {
      if ((before.known & 1 << index) != 0) {
        values[index] = Math.max(0, values[index] - before.values[index]);
      } else if (!allIfUnknown) {
        values[index] = 0;
      }
    }
  }

  boolean sameAs(Counts other) {
    return known == other.known && Arrays.equals(values, other.values);
  }

  void add(Counts other) {
    known |= other.known;
    for (int index = 0; index < values.length; index++) values[index] += other.values[index];
  }

  /// Takes from both what they have in common, so that one of them becomes 0.
  void settle(Counts other, Count count) {
    int index = count.slot;
    long common = Math.min(values[index], other.values[index]);
    values[index] -= common;
    other.values[index] -= common;
  }
}
