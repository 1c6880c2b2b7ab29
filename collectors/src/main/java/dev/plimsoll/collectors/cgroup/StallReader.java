package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.Pressure;
import java.time.Duration;
import java.time.Instant;

/// Reads `memory.pressure` and `io.pressure` of one group. While the group runs they stay open and
/// are read at every pass, as far as there are descriptors for that; else they are opened for it
/// every few seconds. Where the group rests they are closed: what stays open follows the groups
/// that run, and not those that are there.
final class StallReader implements AutoCloseable {
  /// How often they are read where each time they have to be opened.
  private static final Duration SELDOM = Duration.ofSeconds(5);

  private final GroupFile memory;
  private final GroupFile io;
  private Section<Pressure> memoryStall = new Section.Absent<>("not read yet");
  private Section<Pressure> ioStall = new Section.Absent<>("not read yet");
  private Instant readAt = Instant.MIN;

  StallReader(GroupFile memory, GroupFile io) {
    this.memory = memory;
    this.io = io;
  }

  /// Reads them where the group ran.
  ///
  /// @return whether they were opened for it
  boolean read(Instant now) throws CgroupEndedException {
    boolean kept = memory.mayStayOpen() && io.mayStayOpen();
    if (!kept && now.isBefore(readAt.plus(SELDOM))) return false;
    readNow(now);
    return !kept;
  }

  void readNow(Instant now) throws CgroupEndedException {
    memoryStall = memory.read(Pressure::parse);
    ioStall = io.read(Pressure::parse);
    readAt = now;
  }

  Section<Pressure> memory() {
    return memoryStall;
  }

  Section<Pressure> io() {
    return ioStall;
  }

  void askAgain() {
    memory.askAgain();
    io.askAgain();
  }

  /// The group rests; whoever reads them again opens them again.
  @Override
  public void close() {
    memory.close();
    io.close();
  }
}
