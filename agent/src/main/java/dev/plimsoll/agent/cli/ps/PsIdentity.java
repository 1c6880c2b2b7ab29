package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcStatus.Ids;
import dev.plimsoll.collectors.process.ProcStatus.Memory;
import java.util.Optional;

/// What columns show of `/proc/<pid>/status`, or of what another system has in its place.
///
/// @param memory empty where it has none of its own, or the system does not tell it so
record PsIdentity(Ids user, Ids group, Optional<Memory> memory) {
  static PsIdentity of(ProcStatus status) {
    return new PsIdentity(status.user(), status.group(), status.memory());
  }

  /// Where a system has one id of each for what Linux has four for.
  static PsIdentity of(long user, long group) {
    return new PsIdentity(
        new Ids(user, user, user, user), new Ids(group, group, group, group), Optional.empty());
  }
}
