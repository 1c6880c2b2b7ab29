package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one group, pass after pass, and as little of it as will do. CPU time is read at every
/// pass. A group that did not run since the last pass has charged nothing and hit nothing, so
/// nothing else is; and what costs more is read in turns. Belongs to one thread.
final class GroupReader<O extends CgroupOwner> implements AutoCloseable {

  private final String path;
  private final GroupPlace place;
  private final O owner;
  private final Instant since;
  private final CgroupPace pace;
  private final boolean everyPass;
  private final CpuReader cpu;
  private final MemoryReader memory;
  private final TaskReader tasks;
  private final HugetlbReader hugetlb;
  private final Duration offset;

  private long readNanos;
  private boolean ranSinceDetail;
  private Instant due = Instant.MIN;
  private Instant detailAt = Instant.MIN;
  private Instant limitsAt = Instant.MIN;
  private Optional<Cgroup<O>> last = Optional.empty();
  private boolean changed;
  private boolean opened;
  private List<SourceFailure> failures = List.of();

  /// @param everyPass whether it is read at every pass, or in turns only
  /// @param whole whether I/O and pressure are read too
  GroupReader(
      String path,
      O owner,
      Instant since,
      GroupPlace place,
      CgroupPace pace,
      boolean everyPass,
      boolean whole) {
    this.path = path;
    this.place = place;
    this.everyPass = everyPass;
    this.owner = owner;
    this.since = since;
    this.pace = pace;
    this.cpu = new CpuReader(place);
    this.memory = new MemoryReader(place);
    this.tasks = new TaskReader(place, whole);
    this.hugetlb = new HugetlbReader(place);
    this.offset = pace.busy().multipliedBy(Math.floorMod(path.hashCode(), 64)).dividedBy(64);
  }

  /// @throws CgroupEndedException where the group is gone; it is to be closed then
  Cgroup<O> read(Instant now, AncestorLimits above) throws CgroupEndedException {
    boolean first = last.isEmpty();
    boolean isDue = !now.isBefore(due);
    changed = false;
    if (last.isPresent() && !everyPass && !isDue) return last.get();
    try {
      changed = readCounters(now);
      if (isDue) changed |= readInTurn(now, above, first);
    } finally {
      if (isDue || opened || !place.keptAll()) place.rest();
    }
    changed |= first;
    if (changed) last = Optional.of(value());
    return last.orElseThrow();
  }

  /// The group where the last reading found anything new of it.
  Optional<Cgroup<O>> changed() {
    return changed ? last : Optional.empty();
  }

  private boolean readCounters(Instant now) throws CgroupEndedException {
    opened = false;
    boolean ran = cpu.readTime();
    readNanos = System.nanoTime();
    ranSinceDetail |= ran;
    if (!ran) return false;
    memory.readUsage();
    memory.readEvents();
    tasks.readCpuPressure();
    opened = tasks.readStalls(now);
    return true;
  }

  private boolean readInTurn(Instant now, AncestorLimits above, boolean first)
      throws CgroupEndedException {
    due = now.plus(first ? offset : pace.busy());
    if (!ranSinceDetail) tasks.rest();
    boolean busy = memory.readUsage() || ranSinceDetail;
    boolean limitsDue = !now.isBefore(limitsAt.plus(busy ? pace.limits() : pace.idle()));
    if (!busy && !limitsDue) return false;
    if (limitsDue) askAgain();
    memory.readEvents();
    tasks.readCpuPressure();
    if (limitsDue) {
      tasks.readLimits(above);
      hugetlb.readLimits(above.hugePages(), above);
    }
    memory.readDetail();
    tasks.readDetail(now);
    hugetlb.readDetail();
    if (limitsDue) readLimits(now, above);
    ranSinceDetail = false;
    detailAt = now;
    return true;
  }

  /// A controller may have been enabled since.
  private void askAgain() {
    cpu.askAgain();
    memory.askAgain();
    tasks.askAgain();
  }

  private void readLimits(Instant now, AncestorLimits above) throws CgroupEndedException {
    cpu.readLimits(above);
    memory.readLimits(above);
    limitsAt = now;
  }

  private Cgroup<O> value() {
    Cgroup<O> value =
        new Cgroup<>(
            path,
            owner,
            since,
            detailAt,
            cpu.value(),
            memory.value(),
            tasks.pressure(),
            tasks.pids(),
            tasks.io(),
            hugetlb.value());
    failures = failures(value);
    return value;
  }

  private static List<SourceFailure> failures(Cgroup<?> group) {
    Set<SourceFailure> failures = Set.of();
    for (Section<?> section : sections(group)) {
      if (section.failures().isEmpty()) continue;
      if (failures.isEmpty()) failures = new LinkedHashSet<>();
      failures.addAll(section.failures());
    }
    return List.copyOf(failures);
  }

  private static Section<?>[] sections(Cgroup<?> group) {
    CgroupCpu cpu = group.cpu();
    CgroupMemory memory = group.memory();
    CgroupPressure pressure = group.pressure();
    return new Section<?>[] {
      cpu.time(),
      cpu.throttling(),
      cpu.bandwidth(),
      cpu.effectiveCores(),
      cpu.weight(),
      memory.usage(),
      memory.detail(),
      memory.peak(),
      memory.swap(),
      memory.kernel(),
      memory.limits(),
      memory.events(),
      memory.failures(),
      pressure.cpu(),
      pressure.memory(),
      pressure.io(),
      group.pids(),
      group.io(),
      group.hugetlb()
    };
  }

  /// What went wrong when the group was last read.
  List<SourceFailure> failures() {
    return failures;
  }

  /// Whether it was read at least once.
  boolean wasRead() {
    return last.isPresent();
  }

  /// When its counters were last looked at, by `System.nanoTime`.
  long readNanos() {
    return readNanos;
  }

  GroupPlace place() {
    return place;
  }

  O owner() {
    return owner;
  }

  @Override
  public void close() {
    cpu.close();
    memory.close();
    tasks.close();
  }
}
