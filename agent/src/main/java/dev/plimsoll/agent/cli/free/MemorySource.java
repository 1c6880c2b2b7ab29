package dev.plimsoll.agent.cli.free;

import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.Pressure;
import java.io.IOException;
import java.util.Optional;

/// Where `free` has memory from.
public interface MemorySource {
  /// @param pressure of memory; empty where the system does not tell
  record Reading(MemInfo memory, Optional<Pressure> pressure) {}

  /// Memory as it is now.
  Reading read() throws IOException;
}
