package dev.plimsoll.collectors.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All processes of the node at one moment, kernel threads included.
///
/// @param processes sorted by pid
/// @param kernelThreads how many of them are threads of the kernel
/// @param vanished processes that ended while this pass read them; they are not in the table
/// @param denied how many processes did not let the reader read each file; files that all did are
///   not in it
/// @param threads what the threads of each do; empty unless they were asked for
/// @param sockets how many each has open; empty unless they were asked for
public record ProcessTable(
    List<ProcessEntry> processes,
    int kernelThreads,
    int vanished,
    Map<ProcessFile, Integer> denied,
    Map<ProcessId, ProcessThreads> threads,
    Optional<OpenSockets> sockets) {
  public ProcessTable {
    processes = List.copyOf(processes);
    denied = Map.copyOf(denied);
    threads = Map.copyOf(threads);
  }

  public ProcessTable(
      List<ProcessEntry> processes,
      int kernelThreads,
      int vanished,
      Map<ProcessFile, Integer> denied) {
    this(processes, kernelThreads, vanished, denied, Map.of(), Optional.empty());
  }

  /// The same with the threads of its processes.
  ProcessTable with(Map<ProcessId, ProcessThreads> all) {
    return new ProcessTable(processes, kernelThreads, vanished, denied, all, sockets);
  }

  /// The same with the sockets of its processes.
  ProcessTable with(OpenSockets open) {
    return new ProcessTable(processes, kernelThreads, vanished, denied, threads, Optional.of(open));
  }

  /// The process with this pid.
  public Optional<ProcessEntry> find(int pid) {
    int low = 0;
    int high = processes.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      ProcessEntry entry = processes.get(middle);
      if (entry.pid() == pid) return Optional.of(entry);
      if (entry.pid() < pid) low = middle + 1;
      else high = middle - 1;
    }
    return Optional.empty();
  }
}
