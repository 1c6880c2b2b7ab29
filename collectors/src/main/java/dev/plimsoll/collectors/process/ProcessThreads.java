package dev.plimsoll.collectors.process;

import java.util.List;
import java.util.Optional;

/// What the threads of one process do.
///
/// @param waitChannel the kernel function that its first thread waits in; empty where it waits in
///   none or the kernel keeps that secret
/// @param threads all of them, the first included; none where there is only that
public record ProcessThreads(Optional<String> waitChannel, List<ProcThread> threads) {
  public ProcessThreads {
    threads = List.copyOf(threads);
  }
}
