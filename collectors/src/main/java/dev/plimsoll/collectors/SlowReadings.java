package dev.plimsoll.collectors;

import dev.plimsoll.collectors.inventory.ClockSources;
import dev.plimsoll.collectors.inventory.Disk;
import dev.plimsoll.collectors.inventory.Hardware;
import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.net.UnwantedPackets;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.KernelIdentity;
import dev.plimsoll.collectors.proc.OsRelease;
import dev.plimsoll.collectors.proc.TaskLimits;
import java.util.List;

/// What is read at every slow interval: what hardly changes.
public record SlowReadings(
    Reading<Filesystems> filesystems,
    Reading<AuxiliaryVector> auxiliaryVector,
    Reading<KernelIdentity> identity,
    Reading<OsRelease> osRelease,
    Reading<TaskLimits> taskLimits,
    Reading<ClockSources> clockSources,
    Reading<UnwantedPackets> unwantedPackets,
    Reading<Hardware> hardware,
    Reading<List<Disk>> disks) {

  /// All of them, for whoever looks at readings as such.
  public List<Reading<?>> all() {
    return List.of(
        filesystems,
        auxiliaryVector,
        identity,
        osRelease,
        taskLimits,
        clockSources,
        unwantedPackets,
        hardware,
        disks);
  }
}
