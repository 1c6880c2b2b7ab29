package dev.plimsoll.agent.group;

/// What is counted of processes. Ticks are clock ticks.
public enum Count {
  USER_TICKS(0),
  SYSTEM_TICKS(1),
  MINOR_FAULTS(2),
  MAJOR_FAULTS(3),
  /// Bytes fetched from storage; needs the right to trace the process.
  READ_BYTES(4),
  /// Bytes made dirty that go to storage; needs the right to trace the process.
  WRITE_BYTES(5),
  /// Of the first threads only: the kernel has no sum of all threads.
  VOLUNTARY_SWITCHES(6),
  NONVOLUNTARY_SWITCHES(7);

  /// How many there are.
  static final int HOW_MANY = 8;

  /// Where it stands among them.
  final int slot;

  Count(int slot) {
    this.slot = slot;
  }
}
