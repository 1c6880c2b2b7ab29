package dev.plimsoll.agent.group;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Adds up what processes do, table after table, by group. Belongs to the thread that reads.
///
/// Our own groups count, besides what their members did, what children did that a member waited for
/// and no pass saw: of a shell script that runs for an hour, and of the thousands of programs it
/// started, nothing else would be left. Such work counts for the group of who waited.
public final class GroupTracker {
  /// Groups without a member are kept for so many passes: five minutes of the default interval.
  static final int KEPT_PASSES = 20;

  private final Census census = new Census();
  private final Places places = new Places();
  private final Growth growth = new Growth();
  private final ContainerClocks clocks = new ContainerClocks();
  private final Facts facts;
  private final GroupNames names;
  private final NamedGroups named;
  private long pass;
  private ReadErrors errors = new ReadErrors(0, 0, 0);
  private ProcessGroups last = ProcessGroups.none();

  /// @param own rules for our own groups
  /// @param dropIn rules for the groups of `/metrics/process`
  /// @param userNames the name of a user by number
  public GroupTracker(NamingRules own, NamingRules dropIn, LongFunction<String> userNames) {
    facts = new Facts(userNames);
    names = new GroupNames(own, facts);
    named = new NamedGroups(dropIn, facts);
  }

  /// Takes what a pass brought. A pass that brought no table leaves the counters as they were; how
  /// members are is not known then.
  public ProcessGroups update(Section<ProcessTable> section, PodIndex pods, KernelUnits units) {
    return update(section, Optional.empty(), pods, units);
  }

  /// As above, and counts what containers did that none of their processes shows.
  ///
  /// @param cgroups read before the table
  public ProcessGroups update(
      Section<ProcessTable> section,
      Optional<CgroupTree> cgroups,
      PodIndex pods,
      KernelUnits units) {
    last =
        switch (section) {
          case Section.Present<ProcessTable>(ProcessTable table, List<SourceFailure> flaws) -> {
            errors =
                new ReadErrors(
                    errors.passes(),
                    errors.processes() + flaws.size(),
                    errors.partial() + partial(table));
            yield update(table, cgroups, pods, units);
          }
          case Section.Failed<ProcessTable> _ -> {
            errors = new ReadErrors(errors.passes() + 1, errors.processes(), errors.partial());
            yield last.withoutStates(errors);
          }
          case Section.Absent<ProcessTable> _ -> last;
        };
    return last;
  }

  private ProcessGroups update(
      ProcessTable table, Optional<CgroupTree> cgroups, PodIndex pods, KernelUnits units) {
    pass++;
    facts.units(units);
    census.update(table);
    places.begin(pods);
    named.begin(census);
    for (int index = 0; index < census.size(); index++) settle(census.get(index));
    places.seat();
    for (int index = 0; index < census.size(); index++) add(census.get(index), units);
    if (cgroups.isPresent()) {
      clocks.measure(cgroups.get(), places, pods);
      places.tellUnseen(units.ticksPerSecond());
    }
    return end(units);
  }

  private void settle(Member member) {
    ProcessEntry before = member.entryBefore;
    Place place = place(member, before);
    boolean renamed = before == null || names.mayDiffer(member, before);
    if (renamed) member.name = names.name(member, census);
    if (renamed || place != member.place) member.group = place.group(member.name);
    member.place = place;
    if (member.group == null) return;
    growth.measure(member);
    member.group.rank(member, growth.own, pass);
  }

  private Place place(Member member, @Nullable ProcessEntry before) {
    if (member.entry.stat().kernelThread()) return places.host();
    Home home = member.home;
    if (home == null || before == null || moved(member.entry, before)) {
      home = places.home(member.entry.cgroupPath());
      member.home = home;
    }
    if (home == null) return places.host();
    home.lastPass = pass;
    return home.place;
  }

  /// The reader hands on the very object where nothing has changed.
  @SuppressWarnings("ReferenceEquality")
  private static boolean moved(ProcessEntry now, ProcessEntry before) {
    return now.cgroup() != before.cgroup() && !now.cgroupPath().equals(before.cgroupPath());
  }

  private void add(Member member, KernelUnits units) {
    growth.measure(member);
    named.add(member, growth.own, pass);
    growth.measureChildren(member);
    Place place = member.place == null ? places.host() : member.place;
    GroupSum sum = place.sum(member.group, pass);
    if (!member.isIdle()) {
      sum.add(growth.own);
      sum.add(growth.children);
      place.unseen().seen(growth.own, units.ticksPerSecond());
      place.unseen().seen(growth.children, units.ticksPerSecond());
    }
    sum.add(member);
  }

  private static long partial(ProcessTable table) {
    long partial = 0;
    for (ProcessEntry entry : table.processes()) {
      if (isPartial(entry)) partial++;
    }
    return partial;
  }

  private static boolean isPartial(ProcessEntry entry) {
    return entry.io() instanceof Section.Failed
        || entry.seldom().openFiles() instanceof Section.Failed;
  }

  private ProcessGroups end(KernelUnits units) {
    List<GroupSample> ours = new ArrayList<>();
    places.end(ours, pass, pass - KEPT_PASSES);
    List<GroupSample> theirs = new ArrayList<>();
    named.end(theirs, pass);
    return new ProcessGroups(ours, theirs, errors, units, true);
  }
}
