package dev.plimsoll.agent.insight;

import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcessEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The processes of one container, in the order of their pids.
final class ContainerProcesses {
  final CgroupOwner owner;
  final List<ProcessEntry> members = new ArrayList<>(4);
  private @Nullable ProcessEntry first;
  private boolean isFromOutside;

  ContainerProcesses(CgroupOwner owner) {
    this.owner = owner;
  }

  /// @param fromOutside whether its parent is not in the container
  void add(ProcessEntry process, boolean fromOutside) {
    members.add(process);
    ProcessEntry oldest = first;
    if (oldest == null || isBefore(process.stat(), fromOutside, oldest.stat())) {
      first = process;
      isFromOutside = fromOutside;
    }
  }

  /// Of two that started in one tick, the one whose parent is outside was there before.
  private boolean isBefore(ProcStat process, boolean fromOutside, ProcStat oldest) {
    if (process.startTicks() != oldest.startTicks()) {
      return process.startTicks() < oldest.startTicks();
    }
    return fromOutside && !isFromOutside;
  }

  /// The oldest, with which the container ends.
  ProcessEntry first() {
    ProcessEntry oldest = first;
    return oldest == null ? members.getFirst() : oldest;
  }
}
