package dev.plimsoll.collectors.process;

/// What a process does, as its first thread does it (`task_state_array` in `fs/proc/array.c`).
public enum TaskState {
  RUNNING('R'),
  SLEEPING('S'),
  /// Waits and takes no signal, mostly for a disk or a network file system.
  DISK_SLEEP('D'),
  STOPPED('T'),
  TRACED('t'),
  /// Has ended; its parent has not asked for its exit code.
  ZOMBIE('Z'),
  DEAD('X'),
  PARKED('P'),
  /// A kernel thread that waits in state D but does not count as load.
  IDLE('I'),
  /// A letter that no kernel has used so far.
  UNKNOWN('?');

  private final char letter;

  TaskState(char letter) {
    this.letter = letter;
  }

  /// The letter that `ps` shows.
  public char letter() {
    return letter;
  }

  static TaskState of(int letter) {
    return switch (letter) {
      case 'R' -> RUNNING;
      case 'S' -> SLEEPING;
      case 'D' -> DISK_SLEEP;
      case 'T' -> STOPPED;
      case 't' -> TRACED;
      case 'Z' -> ZOMBIE;
      case 'X' -> DEAD;
      case 'P' -> PARKED;
      case 'I' -> IDLE;
      default -> UNKNOWN;
    };
  }
}
