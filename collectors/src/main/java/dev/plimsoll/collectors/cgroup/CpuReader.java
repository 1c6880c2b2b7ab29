package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.cgroup.CgroupLayout.Controller;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Reads the CPU files of one group. Time comes from the unified hierarchy wherever the group is in
/// it, because one file there has it all; quota and throttling from where the CPU controller is.
final class CpuReader implements AutoCloseable {

  /// A quota as thousandths of a CPU, so that groups with different periods compare.
  private static final double MILLI = 1_000;

  private static final long MICRO = 1_000;
  private static final long UNKNOWN = -1;

  private final GroupPlace place;
  private final boolean v1;
  private final GroupFile stat;
  private final GroupFile usage;
  private final GroupFile modes;
  private final GroupFile v1Stat;
  private final GroupFile quota;
  private final GroupFile period;
  private final GroupFile weight;

  private long usageNanos = UNKNOWN;
  private Section<CpuTime> time = new Section.Absent<>("not read yet");
  private Section<Throttling> throttling = new Section.Absent<>("not read yet");
  private Section<CpuBandwidth> bandwidth = new Section.Absent<>("not read yet");
  private Section<CpuWeight> weighs = new Section.Absent<>("not read yet");
  private Section<OptionalDouble> effective = new Section.Absent<>("not read yet");

  CpuReader(GroupPlace place) {
    this.place = place;
    v1 = place.has(Controller.CPU);
    stat = place.unifiedKept("cpu.stat");
    usage = place.v1Kept(Controller.CPUACCT, "cpuacct.usage");
    modes = place.v1(Controller.CPUACCT, "cpuacct.stat");
    v1Stat = place.v1Kept(Controller.CPU, "cpu.stat");
    quota = v1 ? place.v1(Controller.CPU, "cpu.cfs_quota_us") : place.unified("cpu.max");
    period = place.v1(Controller.CPU, "cpu.cfs_period_us");
    weight = v1 ? place.v1(Controller.CPU, "cpu.shares") : place.unified("cpu.weight");
  }

  /// Reads how long the group ran. Most groups sleep at most times, so that is looked at first.
  ///
  /// @return whether it ran since the last time
  boolean readTime() throws CgroupEndedException {
    if (!(place.isUnified() ? readStat() : readUsageV1())) return false;
    usageNanos = time.present().map(CpuTime::usageNanos).orElse(UNKNOWN);
    if (v1 && mayBeThrottled()) throttling = v1Stat.read(CpuStat::parseV1);
    return true;
  }

  /// A group without a quota has no periods. That it has one by now is seen with the limits, and
  /// what was counted until then counts.
  private boolean mayBeThrottled() {
    return !(throttling instanceof Section.Present<Throttling>)
        || !(bandwidth instanceof Section.Present<CpuBandwidth>(CpuBandwidth most, _))
        || most.cores().isPresent();
  }

  private boolean readStat() throws CgroupEndedException {
    long micros = usageNanos == UNKNOWN ? UNKNOWN : usageNanos / MICRO;
    Section<CpuStat> now = stat.readUnless("usage_usec ", micros, CpuStat::parse);
    if (now == null) return false;
    takeStat(now);
    return true;
  }

  private boolean readUsageV1() throws CgroupEndedException {
    Section<Long> now = usage.readUnless("", usageNanos, text -> text.firstLine().unsigned());
    if (now == null) return false;
    time = timeV1(now);
    return true;
  }

  private void takeStat(Section<CpuStat> section) {
    time = section.map(CpuStat::time);
    throttling =
        switch (section) {
          case Section.Present<CpuStat>(CpuStat both, _) ->
              both.throttling()
                  .<Section<Throttling>>map(Section.Present::new)
                  .orElseGet(() -> new Section.Absent<>("this group has no CPU controller"));
          case Section.Absent<CpuStat>(String reason) -> new Section.Absent<>(reason);
          case Section.Failed<CpuStat>(var failure) -> new Section.Absent<>(failure.describe());
        };
  }

  private Section<CpuTime> timeV1(Section<Long> nanos) throws CgroupEndedException {
    return switch (nanos) {
      case Section.Present<Long>(Long now, _) -> modes.read(text -> CpuTime.parseV1(now, text));
      case Section.Absent<Long>(String reason) -> new Section.Absent<>(reason);
      case Section.Failed<Long>(var failure) -> new Section.Failed<>(failure);
    };
  }

  /// Reads what the group may have.
  void readLimits(AncestorLimits above) throws CgroupEndedException {
    bandwidth = v1 ? bandwidthV1() : quota.read(CpuBandwidth::parse);
    weighs = weight.read(this::weight);
    effective = effective(above);
  }

  private Section<CpuBandwidth> bandwidthV1() throws CgroupEndedException {
    Section<Long> micros = period.read(text -> text.firstLine().unsigned());
    if (!(micros instanceof Section.Present<Long>(Long every, _))) {
      return micros.map(_ -> new CpuBandwidth(Limit.unlimited(), 0));
    }
    return quota.read(CpuBandwidth::parseQuota).map(most -> new CpuBandwidth(most, every));
  }

  private CpuWeight weight(KernelText text) throws MalformedSourceException {
    CpuWeight.Scale scale = v1 ? CpuWeight.Scale.SHARES : CpuWeight.Scale.WEIGHT;
    return new CpuWeight(scale, text.firstLine().unsigned());
  }

  private Section<OptionalDouble> effective(AncestorLimits above) {
    Section<Limit> mine = bandwidth.map(CpuReader::milli);
    Section<Limit> least =
        v1
            ? place.least(above, Controller.CPU, CpuReader::quotaV1, mine)
            : place.leastUnified(
                above, AncestorLimits.in("cpu.max", text -> milli(CpuBandwidth.parse(text))), mine);
    return least.map(CpuReader::cores);
  }

  private static OptionalDouble cores(Limit milli) {
    return milli.value().isPresent()
        ? OptionalDouble.of(milli.value().getAsLong() / MILLI)
        : OptionalDouble.empty();
  }

  private static Limit milli(CpuBandwidth bandwidth) {
    OptionalDouble cores = bandwidth.cores();
    return cores.isPresent()
        ? new Limit.Limited(Math.round(cores.getAsDouble() * MILLI))
        : Limit.unlimited();
  }

  private static Section<Limit> quotaV1(AncestorLimits above, String directory) {
    return Sections.both(
        above.file(directory + "/cpu.cfs_quota_us", CpuBandwidth::parseQuota),
        above.file(directory + "/cpu.cfs_period_us", Limit::parse),
        (most, every) -> milli(new CpuBandwidth(most, every.value().orElse(0))));
  }

  CgroupCpu value() {
    return new CgroupCpu(time, throttling, bandwidth, effective, weighs);
  }

  /// Asks again for files that the kernel did not offer.
  void askAgain() {
    Stream.of(quota, period, weight).forEach(GroupFile::askAgain);
  }

  @Override
  public void close() {
    stat.close();
    usage.close();
    v1Stat.close();
  }
}
