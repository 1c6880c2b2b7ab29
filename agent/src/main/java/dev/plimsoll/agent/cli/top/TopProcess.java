package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.collectors.process.Vitals;
import java.util.Optional;

/// One process at one time, or one of its threads.
///
/// @param pid the process; `stat` of a thread has the thread's own number
record TopProcess(int pid, Vitals stat, Facts facts) {

  /// What is read once, when a process is first seen.
  ///
  /// @param arguments its command line; empty where it has none
  /// @param unit the systemd unit of a process of the host; empty without one
  record Facts(
      String user, String arguments, Optional<ContainerName> container, Optional<String> unit) {}
}
