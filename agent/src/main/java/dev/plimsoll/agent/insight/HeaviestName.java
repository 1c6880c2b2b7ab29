package dev.plimsoll.agent.insight;

/// Finds out which of the names that processes have stands for most. Made once and used for one
/// container after another: there are thousands of processes, and few names in a container.
final class HeaviestName {
  private static final int MOST_NAMES = 64;

  private final String[] names = new String[MOST_NAMES];
  private final long[] sums = new long[MOST_NAMES];
  private int size;

  void clear() {
    size = 0;
  }

  /// @param amount what a process of that name has; names after the first few dozen do not count
  void add(String name, long amount) {
    int index = 0;
    while (index < size && !names[index].equals(name)) index++;
    if (index == MOST_NAMES) return;
    if (index == size) {
      names[size] = name;
      sums[size++] = 0;
    }
    sums[index] += amount;
  }

  /// Empty where there was none.
  String name() {
    String heaviest = "";
    long most = -1;
    for (int index = 0; index < size; index++) {
      if (sums[index] <= most) continue;
      most = sums[index];
      heaviest = names[index];
    }
    return heaviest;
  }
}
