package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.List;
import java.util.Optional;

/// `/proc/diskstats`, for example `254 0 vda 43643 9272 2472322 8534 27122 63288 8609248 16578 0
/// 8120 27783 48331 35 5955696 2632 1335 38` (`Documentation/admin-guide/iostats.rst`).
///
/// @param disks whole disks and their partitions, in the kernel's order
public record DiskStats(List<Disk> disks) {

  /// One disk or partition. All counts are since it appeared, and begin anew when it goes and comes
  /// back.
  ///
  /// @param name as the kernel has it, `sda1`
  /// @param inFlight requests under way now
  /// @param busyMillis time with at least one request under way
  /// @param weightedMillis the sum of the time that all requests were under way, so far
  /// @param discards Linux 4.18 and later
  /// @param flushes Linux 5.5 and later; none are counted for partitions
  public record Disk(
      long major,
      long minor,
      String name,
      Transfers reads,
      Transfers writes,
      long inFlight,
      long busyMillis,
      long weightedMillis,
      Optional<Transfers> discards,
      Optional<Flushes> flushes) {}

  /// Requests of one direction.
  ///
  /// @param completed requests that were done
  /// @param merged requests that were joined with a neighbour before they went to the disk
  /// @param sectors units of 512 bytes, whatever the disk's own sectors are
  /// @param millis the sum of the time that each took
  public record Transfers(long completed, long merged, long sectors, long millis) {
    private static final long SECTOR = 512;

    public long bytes() {
      return sectors * SECTOR;
    }
  }

  /// Requests to write out the disk's cache.
  public record Flushes(long completed, long millis) {}

  public DiskStats {
    disks = List.copyOf(disks);
  }

  /// Reads the file.
  public static Section<DiskStats> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("diskstats"), Need.REQUIRED, DiskStats::parse);
  }

  static DiskStats parse(KernelText text) {
    return new DiskStats(text.lines(DiskStats::disk));
  }

  private static Disk disk(KernelText line) throws MalformedSourceException {
    return new Disk(
        line.unsigned(),
        line.unsigned(),
        line.word(),
        transfers(line),
        transfers(line),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.hasField() ? Optional.of(transfers(line)) : Optional.empty(),
        line.hasField() ? Optional.of(flushes(line)) : Optional.empty());
  }

  private static Transfers transfers(KernelText line) throws MalformedSourceException {
    return new Transfers(line.unsigned(), line.unsigned(), line.unsigned(), line.unsigned());
  }

  private static Flushes flushes(KernelText line) throws MalformedSourceException {
    return new Flushes(line.unsigned(), line.unsigned());
  }
}
