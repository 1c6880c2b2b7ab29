package dev.plimsoll.collectors.cgroup;

/// How many file descriptors may stay open. Each keeps a page and more of kernel memory charged to
/// the agent; a file that gets none is opened at every read instead.
final class DescriptorBudget {
  private int left;
  private boolean lasted = true;

  DescriptorBudget(int most) {
    this.left = most;
  }

  boolean take() {
    lasted &= left > 0;
    if (left <= 0) return false;
    left--;
    return true;
  }

  /// Whether there is one to take.
  boolean has() {
    return left > 0;
  }

  /// Whether there has always been one.
  boolean lasted() {
    return lasted;
  }

  void giveBack() {
    left++;
  }
}
