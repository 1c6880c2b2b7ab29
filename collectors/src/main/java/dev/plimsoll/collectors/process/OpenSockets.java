package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.Section;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// How many sockets processes have open.
///
/// @param byProcess failed where they could not be counted; without those whose turn has not come
public record OpenSockets(Map<ProcessId, Section<Long>> byProcess) {
  public OpenSockets {
    byProcess = Map.copyOf(byProcess);
  }

  /// Of some processes together, one that several of them have open as often as they do; empty
  /// where one of them could not be read.
  public OptionalLong of(List<ProcessEntry> processes) {
    long sum = 0;
    for (ProcessEntry process : processes) {
      Section<Long> own = byProcess.get(process.id());
      if (!(own instanceof Section.Present<Long>(Long sockets, _))) return OptionalLong.empty();
      sum += sockets;
    }
    return OptionalLong.of(sum);
  }
}
