package dev.plimsoll.collectors.kernel;

import java.util.Map;

/// Puts a thread behind all others: it gets the processor and the disk when nobody else wants them
/// (`setpriority(2)`, `ioprio_set(2)`; of the latter the kernel's scheduler of the disk must know).
public final class BackgroundPriority {
  /// The C library has no function for `ioprio_set`, and its number is the architecture's own.
  private static final Map<String, Integer> IOPRIO_SET = Map.of("amd64", 251, "aarch64", 30);

  private static final int OF_THREAD = 1;
  private static final int CALLER = 0;
  private static final int IDLE = 3 << 13;
  private static final int PROCESS = 0;

  /// A ninth of what others get: someone waits for the result.
  private static final int LOW = 10;

  private BackgroundPriority() {}

  /// Puts the calling thread there, for good. A kernel that refuses changes nothing.
  public static void take() {
    Libc _ = Libc.load();
    Libc.setpriority(PROCESS, CALLER, LOW);
    Integer number = IOPRIO_SET.get(System.getProperty("os.arch", ""));
    if (number != null) Libc.syscall(number, OF_THREAD, CALLER, IDLE);
  }
}
