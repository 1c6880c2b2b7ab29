package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.cgroup.CgroupLayout.Controller;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Reads the memory files of one group, from where the memory controller is.
final class MemoryReader implements AutoCloseable {
  private final GroupPlace place;
  private final boolean v1;
  private final GroupFile current;
  private final GroupFile eventCounts;
  private final GroupFile stat;
  private final GroupFile most;
  private final GroupFile swapped;
  private final GroupFile kernelUsage;
  private final GroupFile max;
  private final GroupFile high;
  private final GroupFile swapMax;
  private final GroupFile hits;

  private Section<Long> usage = new Section.Absent<>("not read yet");
  private Section<MemoryEvents> events = new Section.Absent<>("not read yet");
  private Section<Memory> detail = new Section.Absent<>("not read yet");
  private Section<Long> peak = new Section.Absent<>("not read yet");
  private Section<Long> swap = new Section.Absent<>("not read yet");
  private Section<Long> kernel = new Section.Absent<>("not read yet");
  private Section<Long> failures = new Section.Absent<>("not read yet");
  private Section<MemoryLimits> limits = new Section.Absent<>("not read yet");

  MemoryReader(GroupPlace place) {
    this.place = place;
    v1 = place.has(Controller.MEMORY);
    current = kept("memory.usage_in_bytes", "memory.current");
    eventCounts = kept("memory.oom_control", "memory.events");
    stat = opened("memory.stat", "memory.stat");
    most = opened("memory.max_usage_in_bytes", "memory.peak");
    max = opened("memory.limit_in_bytes", "memory.max");
    kernelUsage = place.v1(Controller.MEMORY, "memory.kmem.usage_in_bytes");
    swapped = onlyUnified("memory.swap.current");
    high = onlyUnified("memory.high");
    swapMax = opened("memory.memsw.limit_in_bytes", "memory.swap.max");
    hits = place.v1(Controller.MEMORY, "memory.failcnt");
  }

  private GroupFile kept(String nameV1, String name) {
    return v1 ? place.v1Kept(Controller.MEMORY, nameV1) : place.unifiedKept(name);
  }

  private GroupFile opened(String nameV1, String name) {
    return v1 ? place.v1(Controller.MEMORY, nameV1) : place.unified(name);
  }

  private GroupFile onlyUnified(String name) {
    return v1 ? place.none(name) : place.unified(name);
  }

  /// Reads how much is used.
  ///
  /// @return whether that changed since the last time
  boolean readUsage() throws CgroupEndedException {
    Section<Long> before = usage;
    usage = current.read(text -> text.firstLine().unsigned());
    return !usage.equals(before);
  }

  void readEvents() throws CgroupEndedException {
    events = eventCounts.read(v1 ? MemoryEvents::parseV1 : MemoryEvents::parse);
  }

  void readDetail() throws CgroupEndedException {
    detail = detail();
    peak = most.read(text -> text.firstLine().unsigned());
    Optional<MemoryStat> now = detail.present().map(Memory::stat);
    swap =
        v1
            ? section(now.map(MemoryStat::swapped), "memory.stat has no swap")
            : swapped.read(text -> text.firstLine().unsigned());
    failures = hits.read(text -> text.firstLine().unsigned());
    kernel = v1 ? kernelUsage.read(text -> text.firstLine().unsigned()) : kernel(now);
  }

  /// Reads how much there may be; after the detail, which in v1 holds a part of it.
  void readLimits(AncestorLimits above) throws CgroupEndedException {
    limits = limits(above);
  }

  private Section<Memory> detail() throws CgroupEndedException {
    if (!(usage instanceof Section.Present<Long>(Long used, _))) {
      return new Section.Absent<>("memory usage could not be read");
    }
    return stat.read(
        text -> new Memory(used, v1 ? MemoryStat.parseV1(text) : MemoryStat.parse(text)));
  }

  private static Section<Long> kernel(Optional<MemoryStat> now) {
    return section(
        now.flatMap(MemoryStat::kernel).map(MemoryStat.KernelMemory::all),
        "memory.stat has no line \"kernel\"");
  }

  private static Section<Long> section(Optional<OptionalLong> value, String otherwise) {
    OptionalLong there = value.orElse(OptionalLong.empty());
    return there.isPresent()
        ? new Section.Present<>(there.getAsLong())
        : new Section.Absent<>(otherwise);
  }

  private Section<MemoryLimits> limits(AncestorLimits above) throws CgroupEndedException {
    Section<Limit> own = max.read(Limit::parse);
    Section<Limit> slow = high.read(Limit::parse);
    Section<Limit> swaps = swapMax.read(Limit::parse);
    Section<Limit> least =
        v1
            ? leastV1(own)
            : place.leastUnified(above, AncestorLimits.in("memory.max", Limit::parse), own);
    Section<Limit> leastSwap = leastSwap(above, swaps);
    List<SourceFailure> unread =
        Stream.of(least, slow, swaps, leastSwap)
            .flatMap(limit -> limit.failures().stream())
            .distinct()
            .toList();
    SwapLimit swapped =
        new SwapLimit(
            v1 ? SwapLimit.Scale.MEMORY_AND_SWAP : SwapLimit.Scale.SWAP,
            Sections.limit(swaps),
            Sections.limit(leastSwap));
    Limit throttled = Sections.limit(slow);
    return Sections.flawed(
        own.map(mine -> new MemoryLimits(mine, Sections.limit(least), throttled, swapped)), unread);
  }

  private Section<Limit> leastSwap(AncestorLimits above, Section<Limit> own) {
    if (own instanceof Section.Absent<Limit>) return own;
    return v1
        ? place.least(
            above,
            Controller.MEMORY,
            AncestorLimits.in("memory.memsw.limit_in_bytes", Limit::parse),
            own)
        : place.leastUnified(above, AncestorLimits.in("memory.swap.max", Limit::parse), own);
  }

  /// The kernel of v1 computes the effective limit itself, in `memory.stat`.
  private Section<Limit> leastV1(Section<Limit> own) {
    if (detail instanceof Section.Failed<Memory>(SourceFailure failure)) {
      return new Section.Failed<>(failure);
    }
    Optional<Limit> tightest = detail.present().map(Memory::stat).flatMap(MemoryStat::tightest);
    return own.map(mine -> tightest.orElse(mine));
  }

  CgroupMemory value() {
    return new CgroupMemory(usage, detail, peak, swap, kernel, limits, events, failures);
  }

  /// Asks again for files that the kernel did not offer.
  void askAgain() {
    Stream.of(current, eventCounts, stat, most, swapped, kernelUsage, max, high, swapMax, hits)
        .forEach(GroupFile::askAgain);
  }

  @Override
  public void close() {
    current.close();
    eventCounts.close();
  }
}
