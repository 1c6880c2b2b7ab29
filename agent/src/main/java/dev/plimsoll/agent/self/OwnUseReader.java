package dev.plimsoll.agent.self;

import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.process.ProcLimits;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcessFiles;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads what the agent uses, on the thread that reads everything else. Its own files are below
/// `/proc` and `/sys` wherever those of the node are.
public final class OwnUseReader implements SnapshotListener {
  private final int pid = (int) ProcessHandle.current().pid();
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final ProcessFiles files;
  private final OwnGroup group;
  private final Optional<Long> ticksPerSecond;
  private volatile @Nullable OwnUse use;

  /// @param own the roots as this process sees them
  public OwnUseReader(Roots own) {
    KernelReader reader = new KernelReader();
    files = new ProcessFiles(reader, own);
    group = new OwnGroup(reader, own);
    ticksPerSecond =
        AuxiliaryVector.read(reader, own).present().map(AuxiliaryVector::ticksPerSecond);
  }

  /// What was read last; empty before the first snapshot. May be called by any thread.
  public Optional<OwnUse> use() {
    return Optional.ofNullable(use);
  }

  /// As often as processes are read: reading the memory of a group makes the kernel add up all
  /// groups below it, which costs as much as the counters of the whole node.
  @Override
  @SuppressWarnings(
      "ReferenceEquality") // A snapshot holds the same reading until there is another.
  public void snapshot(NodeSnapshot last, NodeSnapshot next) {
    if (use == null || last.processes() != next.processes()) use = read();
  }

  OwnUse read() {
    Optional<ProcStat> stat = files.stat(pid).present();
    return new OwnUse(
        number(stat.flatMap(this::cpuMillis)),
        number(stat.map(each -> (long) each.threads())),
        number(files.status(pid).present().flatMap(ProcStatus::memory).map(ProcStatus.Memory::rss)),
        new OwnUse.Descriptors(number(files.openFiles(pid).present()), mostFiles()),
        new OwnUse.AddressSpace(
            number(stat.map(ProcStat::virtualBytes)),
            files.addressSpace(pid).present().map(ProcLimits.Pair::soft)),
        files.cgroup(pid).present().map(group::read).orElse(OwnUse.GroupMemory.UNKNOWN),
        heap(),
        collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum());
  }

  private OptionalLong mostFiles() {
    Optional<Limit> limit = files.limits(pid).present().map(limits -> limits.openFiles().soft());
    if (limit.isEmpty()) return OptionalLong.empty();
    return switch (limit.get()) {
      case Limit.Of(long most) -> OptionalLong.of(most);
      case Limit.Unlimited _ -> OptionalLong.empty();
    };
  }

  private Optional<Long> cpuMillis(ProcStat stat) {
    return ticksPerSecond.map(ticks -> (stat.userTicks() + stat.systemTicks()) * 1000 / ticks);
  }

  private static OwnUse.Heap heap() {
    Runtime machine = Runtime.getRuntime();
    long committed = machine.totalMemory();
    return new OwnUse.Heap(committed - machine.freeMemory(), committed, machine.maxMemory());
  }

  private static OptionalLong number(Optional<Long> value) {
    return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
