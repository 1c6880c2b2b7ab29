package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads all control groups, pass after pass. Files that are read at every pass stay open, details
/// are read in turns, and the tree is walked when its directories changed. Belongs to one thread.
public final class CgroupReader implements AutoCloseable {
  /// How many unresolved groups are named.
  private static final int NAMED = 10;

  private final KernelReader reader;
  private final Roots roots;
  private final Clock clock;
  private final CgroupPace pace;
  private Section<CgroupLayout> layout = new Section.Absent<>("not looked for yet");
  private final DescriptorBudget budget;
  private final WatchedDirectories watched;
  private final AncestorLimits above;
  private final GroupReaders groups;
  private final SteadyTime time;
  private Optional<DescendantCount> descendants = Optional.empty();
  private CgroupWalk walk;
  private List<String> unresolved = List.of();
  private Instant walkDue = Instant.MIN;

  public CgroupReader(KernelReader reader, Roots roots, Clock clock, CgroupPace pace) {
    this.reader = reader;
    this.roots = roots;
    this.clock = clock;
    this.pace = pace;
    this.time = new SteadyTime(clock);
    int kept = pace.keptFiles() + pace.keptStalls();
    int allowed = OpenFileLimit.share(reader, roots, kept);
    int stalls = (int) ((long) allowed * pace.keptStalls() / Math.max(1, kept));
    this.budget = new DescriptorBudget(allowed - stalls);
    this.watched = new WatchedDirectories(reader, budget);
    this.above = new AncestorLimits(reader);
    this.groups = new GroupReaders(reader, budget, new DescriptorBudget(stalls), pace);
    this.walk = new CgroupWalk(reader, watched, "", 0);
  }

  /// One pass. Absent where there are no control groups.
  public Section<CgroupTree> read() {
    if (layout.present().isEmpty()) lookAround();
    return switch (layout) {
      case Section.Present<CgroupLayout>(CgroupLayout there, _) -> read(there);
      case Section.Absent<CgroupLayout>(String reason) -> new Section.Absent<>(reason);
      case Section.Failed<CgroupLayout>(var failure) -> new Section.Failed<>(failure);
    };
  }

  private void lookAround() {
    layout = CgroupLayout.read(reader, roots);
    descendants = layout.present().map(there -> new DescendantCount(reader, budget, there));
  }

  private Section<CgroupTree> read(CgroupLayout there) {
    Instant now = time.now();
    above.begin();
    boolean counted = descendants.map(DescendantCount::changed).orElse(true);
    boolean other = (counted || !groups.allUnified()) && watched.changed();
    Set<String> born = watched.born();
    if (other || !born.isEmpty() || groups.someEnded() || !now.isBefore(walkDue))
      walk(there, now, born);
    GroupReaders.Pass pass = groups.read(now, above);
    CgroupTree tree =
        new CgroupTree(
            there,
            pass.containers().groups(),
            pass.containers().times(),
            pass.loneContainers().groups(),
            pass.loneContainers().times(),
            pass.pods(),
            pass.units(),
            pass.above(),
            pass.turnover(),
            unresolved.subList(0, Math.min(NAMED, unresolved.size())),
            unresolved.size(),
            walk.brokeOff());
    return Sections.flawed(new Section.Present<>(tree, pass.failures()), walk.failures());
  }

  private void walk(CgroupLayout there, Instant now, Set<String> born) {
    walk = new CgroupWalk(reader, watched, there.walked(), pace.mostGroups());
    walk.run();
    above.has(HugePageSizes.read(reader, roots));
    unresolved = walk.unresolved();
    watched.sweep();
    List<CgroupWalk.Found> found = new ArrayList<>(walk.abovePods());
    found.addAll(walk.found());
    if (!born.isEmpty()) groups.unseen(unseen(born));
    boolean news = groups.keep(found, there, this::since);
    walkDue = now.plus(watched.complete() && !news ? pace.walk() : pace.busy());
  }

  /// The containers that were made and that this walk did not find.
  private Set<CgroupOwner> unseen(Set<String> born) {
    Set<CgroupOwner> there =
        walk.found().stream().map(CgroupWalk.Found::owner).collect(Collectors.toSet());
    return born.stream()
        .filter(path -> path.startsWith(walk.root()))
        .map(path -> CgroupPath.owner(path.substring(walk.root().length())))
        .filter(owner -> owner.isContainer() && !there.contains(owner))
        .collect(Collectors.toSet());
  }

  /// When a directory was made. cgroupfs has no birth time; the time of change is when the kernel
  /// first looked the directory up, which the runtime does at once.
  private Instant since(String path) {
    try {
      long nanos = reader.status(walk.root() + path).modifiedNanos();
      return Instant.ofEpochSecond(0, nanos);
    } catch (KernelFileException _) {
      return Instant.now(clock);
    }
  }

  @Override
  public void close() {
    groups.close();
    watched.close();
    descendants.ifPresent(DescendantCount::close);
  }
}
