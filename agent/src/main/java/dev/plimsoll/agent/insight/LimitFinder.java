package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.insight.LimitUse.Resource;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.Memory;
import dev.plimsoll.collectors.cgroup.Pids;
import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcLimits;
import dev.plimsoll.collectors.process.ProcessEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Finds how near a container is to its limits, and who has most of what is limited. Belongs to the
/// thread that reads.
final class LimitFinder {
  private static final Comparator<LimitUse> NEAREST_FIRST =
      Comparator.comparingDouble(LimitUse::ratio).reversed();

  private final HeaviestName threads = new HeaviestName();
  private final HeaviestName resident = new HeaviestName();

  /// The nearest first; what has no limit is not in it.
  ///
  /// @param group null where it could not be read
  List<LimitUse> find(ContainerProcesses container, @Nullable Cgroup<?> group) {
    List<LimitUse> uses = new ArrayList<>(3);
    openFiles(container).ifPresent(uses::add);
    if (group != null) {
      weigh(container);
      pids(group).ifPresent(uses::add);
      memory(group).ifPresent(uses::add);
    }
    uses.sort(NEAREST_FIRST);
    return uses;
  }

  private void weigh(ContainerProcesses container) {
    threads.clear();
    resident.clear();
    for (ProcessEntry member : container.members) {
      threads.add(member.stat().comm(), member.stat().threads());
      resident.add(member.stat().comm(), Math.max(0, member.stat().rssPages()));
    }
  }

  private static Optional<LimitUse> openFiles(ContainerProcesses container) {
    LimitUse worst = null;
    for (ProcessEntry member : container.members) {
      if (!(member.seldom().openFiles() instanceof Section.Present<Long> open)
          || !(member.seldom().limits() instanceof Section.Present<ProcLimits> limits)
          || !(limits.value().openFiles().soft() instanceof Limit.Of(long most))
          || most <= 0) {
        continue;
      }
      double ratio = (double) open.value() / most;
      if (worst != null && worst.ratio() >= ratio) continue;
      worst = new LimitUse(Resource.OPEN_FILES, open.value(), most, member.stat().comm());
    }
    return Optional.ofNullable(worst);
  }

  private Optional<LimitUse> pids(Cgroup<?> group) {
    if (!(group.pids() instanceof Section.Present<Pids> pids)) return Optional.empty();
    OptionalLong most = pids.value().effective().value();
    if (most.isEmpty() || most.getAsLong() <= 0) return Optional.empty();
    return Optional.of(
        new LimitUse(Resource.PIDS, pids.value().current(), most.getAsLong(), threads.name()));
  }

  private Optional<LimitUse> memory(Cgroup<?> group) {
    Optional<Long> used = group.memory().detail().present().map(Memory::workingSet);
    OptionalLong most =
        group
            .memory()
            .limits()
            .present()
            .map(limits -> limits.effective().value())
            .orElse(OptionalLong.empty());
    if (used.isEmpty() || most.isEmpty() || most.getAsLong() <= 0) return Optional.empty();
    return Optional.of(
        new LimitUse(Resource.MEMORY, used.get(), most.getAsLong(), resident.name()));
  }
}
