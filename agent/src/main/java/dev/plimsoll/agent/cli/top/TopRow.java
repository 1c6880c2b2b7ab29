package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.collectors.process.Vitals;
import java.util.Optional;

/// A process, or one of its threads, between two readings.
///
/// @param pid the process; `stat` of a thread has the thread's own number
/// @param cpu CPUs that it took: 1 is one CPU all the time
/// @param residentBytes as the kernel's quick counter has it
/// @param memory its share of the node's memory
/// @param cpuSeconds since it started
record TopRow(
    int pid,
    Vitals stat,
    TopProcess.Facts facts,
    double cpu,
    long residentBytes,
    double memory,
    double cpuSeconds) {

  String pod() {
    return facts.container().map(ContainerName::pod).orElse("");
  }

  /// The container; of the host's processes the systemd unit.
  String place() {
    Optional<String> container = facts.container().map(ContainerName::container);
    return container.or(facts::unit).orElse("");
  }

  String command(boolean line) {
    if (!line) return stat.comm();
    return facts.arguments().isEmpty() ? '[' + stat.comm() + ']' : facts.arguments();
  }
}
