package dev.plimsoll.agent.group;

import static dev.plimsoll.agent.group.Processes.kernelThread;
import static dev.plimsoll.agent.group.Processes.process;
import static dev.plimsoll.agent.group.Processes.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import dev.plimsoll.collectors.process.TaskState;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class GroupTrackerTest {
  private static final KernelUnits UNITS = new KernelUnits(100, 4096, 1_700_000_000);
  private static final String POD = "/kubepods/besteffort/pod0c2c4d6e-1111-2222-3333-444455556666/";

  private final GroupTracker tracker = tracker(NamingRules.none());
  private PodIndex pods = PodIndex.standAlone();

  @Test
  void workBeforeTheFirstPassDoesNotCountAndWorkOfNewProcessesDoes() {
    pass(process(10, 500, "/bin/old").user(70));
    Map<String, GroupSample> groups =
        pass(process(10, 500, "/bin/old").user(75), process(20, 501, "/bin/new").user(30));
    assertEquals(5, user(groups, "old"));
    assertEquals(30, user(groups, "new"));
  }

  @Test
  void aProcessThatTheFirstPassMissedCountsFromItsFirstSight() {
    pass(process(10, 500, "/bin/old"));
    pass(process(10, 500, "/bin/old"), process(9, 400, "/bin/missed").user(30));
    Map<String, GroupSample> groups = pass(process(9, 400, "/bin/missed").user(32));
    assertEquals(2, user(groups, "missed"));
  }

  @Test
  void countersStayWhenAMemberEnds() {
    pass(process(10, 5, "/bin/a"), process(11, 5, "/bin/a"));
    pass(process(10, 5, "/bin/a").user(40), process(11, 5, "/bin/a").user(2));
    Map<String, GroupSample> groups = pass(process(11, 5, "/bin/a").user(3));
    assertEquals(43, user(groups, "a"));
    assertEquals(1, sample(groups, "a").state().processes());
  }

  @Test
  void aPidThatIsUsedAgainIsAnotherProcess() {
    pass(process(10, 5, "/bin/a").user(1000), process(11, 6, "/bin/b"));
    pass(process(10, 5, "/bin/a").user(1010));
    Map<String, GroupSample> groups = pass(process(10, 90, "/bin/a").user(4));
    assertEquals(14, user(groups, "a"));
  }

  @Test
  void anotherProgramIsAnotherGroup() {
    pass(process(10, 5, "/bin/sh"));
    pass(process(10, 5, "/bin/sh").user(3));
    Map<String, GroupSample> groups = pass(process(10, 5, "/usr/bin/java").user(10));
    assertEquals(3, user(groups, "sh"));
    assertEquals(0, sample(groups, "sh").state().processes());
    assertEquals(7, user(groups, "java"));
  }

  @Test
  void aProgramWithoutAFileIsCalledByItsComm() {
    Processes inMemory = process(10, 5, "/memfd:runc_cloned:").runs("/memfd:x1y2").comm("runc");
    assertEquals(1, sample(pass(inMemory), "runc").state().processes());
  }

  @Test
  void anotherControlGroupIsAnotherPlace() {
    pass(process(10, 5, "/bin/a").user(1));
    pass(process(10, 5, "/bin/a").user(4));
    Map<String, GroupSample> groups =
        pass(process(10, 5, "/bin/a").user(9).in("/system.slice/b.service"));
    assertEquals(3, user(groups, "a.service a"));
    assertEquals(5, user(groups, "b.service a"));
  }

  @Test
  void oneThatHasEndedKeepsItsGroupUntilItIsWaitedFor() {
    pass(process(10, 5, "/usr/sbin/nginx").runs("/usr/sbin/nginx"));
    Map<String, GroupSample> groups =
        pass(process(10, 5, "/usr/sbin/nginx").user(2).is(TaskState.ZOMBIE));
    assertEquals(1, sample(groups, "nginx").state().zombie());
    assertEquals(2, user(groups, "nginx"));
  }

  @Test
  void theKernelsThreadsAreOneGroupWithoutAUnit() {
    pass(kernelThread(2, "kthreadd"), kernelThread(30, "kworker/0:1"));
    Map<String, GroupSample> groups =
        pass(kernelThread(2, "kthreadd"), kernelThread(30, "kworker/0:1").user(8));
    assertEquals(Labels.of("process", "kernel"), sample(groups, "kernel").labels().base());
    assertEquals(2, sample(groups, "kernel").state().processes());
    assertEquals(8, user(groups, "kernel"));
  }

  @Test
  void whatAChildDidDoesNotCountAgainWhenItsParentHasWaitedForIt() {
    Processes parent = process(10, 5, "/bin/sh");
    Processes child = process(20, 50, "/bin/dd").ppid(10).user(7).wrote(1000);
    pass(parent);
    pass(parent, child);
    Processes ended = child.user(9).wrote(1200);
    Map<String, GroupSample> groups = pass(parent.waitedFor(ended));
    assertEquals(7, user(groups, "dd"));
    assertEquals(1000, written(groups, "dd"));
    assertEquals(2, user(groups, "sh"), "what it did after it was last seen");
    assertEquals(200, written(groups, "sh"));
  }

  @Test
  void aChildMayBeMissedOnePassBeforeItsParentIsSeenToHaveWaited() {
    Processes parent = process(10, 5, "/bin/sh");
    Processes child = process(20, 50, "/bin/dd").ppid(10).user(7).wrote(1000);
    pass(parent);
    pass(parent, child);
    pass(parent);
    Map<String, GroupSample> groups = pass(parent.waitedFor(child));
    assertEquals(0, user(groups, "sh"));
    assertEquals(0, written(groups, "sh"));
  }

  @Test
  void aParentThatIsNotToldOfItsChildrenKeepsItsOwnWork() {
    Processes parent = process(10, 5, "/bin/sh").wrote(10);
    pass(parent);
    pass(parent, process(20, 50, "/bin/dd").ppid(10).wrote(1000));
    Map<String, GroupSample> groups = pass(parent.wrote(300).user(4));
    assertEquals(290, written(groups, "sh"));
    assertEquals(4, user(groups, "sh"));
  }

  @Test
  void childrenThatNoPassSawCountForWhoWaitedForThem() {
    Processes parent = process(10, 5, "/bin/sh");
    pass(parent);
    Processes unseen = process(20, 50, "/bin/dd").ppid(10).user(7).wrote(1000);
    Map<String, GroupSample> groups = pass(parent.waitedFor(unseen));
    assertEquals(7, user(groups, "sh"));
    assertEquals(1000, written(groups, "sh"));
  }

  @Test
  void aWholeFamilyThatEndsIsSettledWithTheAncestorThatLives() {
    Processes systemd = process(1, 1, "/bin/systemd").ppid(0);
    Processes main = process(10, 50, "/bin/main").user(5);
    Processes worker = process(11, 51, "/bin/worker").ppid(10).user(6);
    pass(systemd);
    pass(systemd, main, worker);
    Map<String, GroupSample> groups = pass(systemd.waitedFor(main.waitedFor(worker)));
    assertEquals(0, user(groups, "systemd"));
  }

  @Test
  void aContainersCountersGoOnWhenItRestarts() {
    pods = container -> new ContainerName("shop", "cart-1", "cart", "cart", "Deployment");
    String before = POD + "a".repeat(64);
    String after = POD + "b".repeat(64);
    pass(process(10, 5, "/bin/cart").in(before));
    pass(process(10, 5, "/bin/cart").in(before).user(50));
    Map<String, GroupSample> groups = pass(process(99, 700, "/bin/cart").in(after).user(2));
    assertEquals(1, groups.size());
    assertEquals(52, user(groups, "cart-1 cart"));
  }

  @Test
  void aPodThatBecomesKnownGivesItsNameToItsProcesses() {
    String path = POD + "a".repeat(64);
    pass(process(10, 5, "/bin/cart").in(path));
    pods = container -> new ContainerName("shop", "cart-1", "cart", "cart", "Deployment");
    Map<String, GroupSample> groups = pass(process(10, 5, "/bin/cart").in(path).user(3));
    assertEquals(3, user(groups, "cart-1 cart"));
  }

  @Test
  void groupsThatEndedAreForgottenAfterAWhile() {
    pass(process(10, 5, "/bin/a"));
    for (int kept = 1; kept < GroupTracker.KEPT_PASSES; kept++) {
      assertTrue(pass().containsKey("a.service a"), "pass " + kept);
    }
    assertFalse(pass().containsKey("a.service a"));
  }

  @Test
  void tenThousandProgramsInOnePlaceAreSixSeries() {
    List<ProcessEntry> before = new ArrayList<>();
    List<ProcessEntry> after = new ArrayList<>();
    for (int pid = 1; pid <= 10_000; pid++) {
      before.add(process(pid, 5, "/bin/p" + pid).rss(pid).entry());
      after.add(process(pid, 5, "/bin/p" + pid).rss(pid).user(3).entry());
    }
    pass(table(before));
    Map<String, GroupSample> groups = pass(table(after));
    assertEquals(6, groups.size());
    assertEquals(30_000, groups.values().stream().mapToLong(GroupTrackerTest::user).sum());
    assertEquals(
        10_000, groups.values().stream().mapToInt(group -> group.state().processes()).sum());
  }

  @Test
  void rulesNameBeforeProgramsAndChildrenFollowTheirParents() {
    GroupTracker ruled = tracker(NamingTestRules.of("{{.Comm}}!", "make"));
    ruled.update(table(), pods, UNITS);
    ProcessGroups groups =
        ruled.update(
            table(
                process(10, 5, "/usr/bin/make"),
                process(11, 6, "/usr/bin/cc").ppid(10),
                process(12, 7, "/usr/bin/as").ppid(11),
                process(13, 8, "/usr/bin/vi")),
            pods,
            UNITS);
    assertEquals(
        Map.of("a.service make!", 3, "a.service vi", 1),
        byName(groups.own()).entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, each -> each.getValue().state().processes())));
  }

  @Test
  void aFailedPassLeavesTheGroupsAsTheyWereAndIsCounted() {
    pass(process(10, 5, "/bin/a"));
    SourceFailure failure = new SourceFailure(SourceFailure.Kind.IO, "/proc", 0, "EIO");
    ProcessGroups groups = tracker.update(new Section.Failed<>(failure), pods, UNITS);
    assertEquals(1, groups.own().size());
    assertEquals(new ReadErrors(1, 0, 0), groups.errors());
  }

  private static GroupTracker tracker(NamingRules rules) {
    return new GroupTracker(rules, NamingRules.byComm(), Long::toString);
  }

  private Map<String, GroupSample> pass(Processes... processes) {
    return pass(table(processes));
  }

  private Map<String, GroupSample> pass(Section<ProcessTable> table) {
    return byName(tracker.update(table, pods, UNITS).own());
  }

  /// By unit or pod, and process.
  private static Map<String, GroupSample> byName(List<GroupSample> samples) {
    return samples.stream().collect(Collectors.toMap(GroupTrackerTest::name, each -> each));
  }

  private static String name(GroupSample sample) {
    Labels labels = sample.labels().base();
    String process = labels.get("process");
    if (labels.get("unit") != null) return labels.get("unit") + ' ' + process;
    return labels.get("pod") == null ? "" + process : labels.get("pod") + ' ' + process;
  }

  private static GroupSample sample(Map<String, GroupSample> groups, String name) {
    String full = groups.containsKey(name) ? name : "a.service " + name;
    assertTrue(groups.containsKey(full), () -> name + " is not in " + groups.keySet());
    return Objects.requireNonNull(groups.get(full));
  }

  private static long user(Map<String, GroupSample> groups, String name) {
    return user(sample(groups, name));
  }

  private static long user(GroupSample sample) {
    return sample.counts().get(Count.USER_TICKS);
  }

  private static long written(Map<String, GroupSample> groups, String name) {
    return sample(groups, name).counts().get(Count.WRITE_BYTES);
  }
}
