package dev.plimsoll.collectors.storage;

import java.util.Optional;

/// The line of `/proc/mdstat` that tells how far the disks of an array are made equal, for example
/// `[====>.....] recovery = 20.3% (793310720/3906867712) finish=257.4min speed=201560K/sec`, or
/// `resync=DELAYED`.
///
/// @param progress empty while it waits for another array, for a first write, or for another host
public record MdSync(Kind kind, Optional<Progress> progress) {

  /// What is done to the disks.
  public enum Kind {
    /// A new disk is filled.
    RECOVERY,
    /// All are made equal after a crash.
    RESYNC,
    /// All are compared.
    CHECK,
    /// The array changes its shape.
    RESHAPE
  }

  /// How far it is, in KiB of each disk.
  public record Progress(long done, long of) {}
}
