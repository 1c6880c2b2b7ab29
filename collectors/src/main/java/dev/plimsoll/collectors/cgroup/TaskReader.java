package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.cgroup.CgroupLayout.Controller;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.proc.Pressure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads the files of one group that are about its tasks, their I/O and their standing still.
final class TaskReader implements AutoCloseable {
  private final GroupPlace place;
  private final boolean pidsV1;
  private final boolean ioV1;
  private final GroupFile current;
  private final GroupFile max;
  private final GroupFile ioBytes;
  private final GroupFile ioOperations;
  private final GroupFile cpuPressure;
  private final StallReader stalls;

  private Section<Limit> most = new Section.Absent<>("not read yet");
  private Section<Limit> least = new Section.Absent<>("not read yet");
  private Section<Pids> pids = new Section.Absent<>("not read yet");
  private Section<IoStat> io = new Section.Absent<>("not read yet");
  private Section<Pressure> cpuStall = new Section.Absent<>("not read yet");

  /// @param whole whether I/O and pressure are read too
  TaskReader(GroupPlace place, boolean whole) {
    this.place = place;
    pidsV1 = place.has(Controller.PIDS);
    ioV1 = place.has(Controller.BLKIO);
    current = pidsV1 ? place.v1(Controller.PIDS, "pids.current") : place.unified("pids.current");
    max = pidsV1 ? place.v1(Controller.PIDS, "pids.max") : place.unified("pids.max");
    ioBytes = whole ? bytes() : place.none("io.stat that is read");
    ioOperations = place.v1(Controller.BLKIO, "blkio.throttle.io_serviced_recursive");
    cpuPressure = whole ? place.unifiedKept("cpu.pressure") : pressureNotRead();
    stalls = new StallReader(stall("memory.pressure", whole), stall("io.pressure", whole));
  }

  private GroupFile bytes() {
    return ioV1
        ? place.v1(Controller.BLKIO, "blkio.throttle.io_service_bytes_recursive")
        : place.unified("io.stat");
  }

  private GroupFile stall(String name, boolean read) {
    return read ? place.unifiedWhileRunning(name) : pressureNotRead();
  }

  private GroupFile pressureNotRead() {
    return place.none("pressure that is read");
  }

  void readCpuPressure() throws CgroupEndedException {
    cpuStall = cpuPressure.read(Pressure::parse);
  }

  /// Reads how long it stood still for memory and disks, where it ran.
  ///
  /// @return whether files were opened for it
  boolean readStalls(Instant now) throws CgroupEndedException {
    return stalls.read(now);
  }

  /// The group rests: what is open while it runs is closed.
  void rest() {
    stalls.close();
  }

  void readDetail(Instant now) throws CgroupEndedException {
    Section<Long> tasks = current.read(text -> text.firstLine().unsigned());
    pids = Sections.flawed(tasks.map(this::pids), unread());
    io = ioV1 ? ioV1() : ioBytes.read(IoStat::parse);
    stalls.readNow(now);
  }

  /// Reads how many tasks there may be; before the detail, which shows it.
  void readLimits(AncestorLimits above) throws CgroupEndedException {
    AncestorLimits.OfGroup group = AncestorLimits.in("pids.max", Limit::parse);
    most = max.read(Limit::parse);
    least =
        pidsV1
            ? place.least(above, Controller.PIDS, group, most)
            : place.leastUnified(above, group, most);
  }

  private Pids pids(long count) {
    return new Pids(count, Sections.limit(most), Sections.limit(least));
  }

  private List<SourceFailure> unread() {
    return Stream.of(most, least).flatMap(limit -> limit.failures().stream()).distinct().toList();
  }

  private Section<IoStat> ioV1() throws CgroupEndedException {
    Section<Map<String, BlkioThrottle.Amounts>> bytes = ioBytes.read(BlkioThrottle::parse);
    return Sections.both(bytes, ioOperations.read(BlkioThrottle::parse), BlkioThrottle::join);
  }

  Section<Pids> pids() {
    return pids;
  }

  Section<IoStat> io() {
    return io;
  }

  CgroupPressure pressure() {
    return new CgroupPressure(cpuStall, stalls.memory(), stalls.io());
  }

  /// Asks again for files that the kernel did not offer.
  void askAgain() {
    Stream.of(current, max, ioBytes, ioOperations, cpuPressure).forEach(GroupFile::askAgain);
    stalls.askAgain();
  }

  @Override
  public void close() {
    cpuPressure.close();
    stalls.close();
  }
}
