package dev.plimsoll.agent.group;

import static dev.plimsoll.agent.group.Processes.kernelThread;
import static dev.plimsoll.agent.group.Processes.process;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The groups of `/metrics/process`; each rule of theirs was seen in process-exporter itself.
final class NamedGroupsTest {
  private static final KernelUnits UNITS = new KernelUnits(100, 4096, 0);

  private final GroupTracker byComm = tracker(NamingRules.byComm());
  private final GroupTracker makeOnly = tracker(NamingTestRules.of("{{.ExeBase}}", "make"));

  @Test
  void theDefaultGroupsByCommAndLeavesOutWhatHasNoArguments() {
    assertEquals(
        Map.of("sh", 2, "java", 1),
        members(
            byComm,
            kernelThread(2, "kthreadd"),
            kernelThread(3, "kworker"),
            process(10, 5, "/bin/sh"),
            process(11, 5, "/bin/sh"),
            process(12, 5, "/usr/bin/java")));
  }

  @Test
  void aProcessKeepsTheNameThatItHadWhenItWasFirstSeen() {
    members(byComm, process(10, 5, "/bin/sh"));
    assertEquals(Map.of("sh", 1), members(byComm, process(10, 5, "/bin/sh").runs("/bin/java")));
  }

  @Test
  void aGroupWithoutMembersStaysWithWhatItDid() {
    members(byComm, process(10, 5, "/bin/sh"));
    members(byComm, process(10, 5, "/bin/sh").user(4));
    assertEquals(Map.of("sh", 0), members(byComm));
    assertEquals(4, pass(byComm).named().getFirst().counts().get(Count.USER_TICKS));
  }

  @Test
  void childrenJoinTheNearestAncestorWithAGroup() {
    assertEquals(
        Map.of("make", 3),
        members(
            makeOnly,
            process(10, 5, "/bin/make").ppid(1),
            process(11, 6, "/bin/sh").ppid(10),
            process(12, 7, "/bin/cc").ppid(11),
            process(13, 7, "/bin/vi").ppid(1)));
  }

  @Test
  void aChildThatComesLaterJoinsToo() {
    members(makeOnly, process(10, 5, "/bin/make"));
    assertEquals(
        Map.of("make", 2),
        members(makeOnly, process(10, 5, "/bin/make"), process(9, 50, "/bin/cc").ppid(10)));
  }

  @Test
  void aChildOfOneThatWasPassedOverIsPassedOver() {
    members(makeOnly, process(5, 1, "/bin/init"), process(8, 2, "/bin/sh").ppid(5));
    assertEquals(
        Map.of(),
        members(
            makeOnly,
            process(5, 1, "/bin/init"),
            process(8, 2, "/bin/sh").ppid(5),
            process(9, 50, "/bin/cc").ppid(8)));
  }

  @Test
  void childrenThatWereWaitedForDoNotCountForTheirParent() {
    Processes parent = process(10, 5, "/bin/sh");
    members(byComm, parent);
    Processes child = process(20, 50, "/bin/dd").ppid(10).user(7);
    members(byComm, parent.waitedFor(child));
    assertEquals(0, pass(byComm, parent).named().getFirst().counts().get(Count.USER_TICKS));
  }

  @Test
  void aProcessIsNamedWhenItsArgumentsAreKnown() {
    members(byComm, process(5, 1, "/bin/sh"));
    Processes child = process(10, 50, "/bin/java").ppid(5).user(7);
    ProcessGroups groups = byComm.update(silent(child), PodIndex.standAlone(), UNITS);
    assertEquals(1, groups.named().size(), "not yet, and not its parent's");
    groups = pass(byComm, child.user(9));
    assertEquals(Labels.of("groupname", "java"), groups.named().getLast().labels().base());
    assertEquals(9, groups.named().getLast().counts().get(Count.USER_TICKS));
  }

  @Test
  void aProcessThatNeverTellsItsArgumentsIsNamedInTheEnd() {
    for (int pass = 0; pass < 4; pass++) {
      ProcessGroups groups =
          makeOnly.update(silent(process(10, 5, "/bin/make")), PodIndex.standAlone(), UNITS);
      assertEquals(0, groups.named().size(), "pass " + pass);
    }
    ProcessGroups groups =
        makeOnly.update(silent(process(10, 5, "/bin/make")), PodIndex.standAlone(), UNITS);
    assertEquals(1, groups.named().size());
  }

  /// A table in which nobody has told its arguments.
  private static Section<ProcessTable> silent(Processes process) {
    ProcessEntry entry = process.entry();
    SourceFailure late =
        new SourceFailure(SourceFailure.Kind.TIMEOUT, "/proc/10/cmdline", 0, "no answer");
    return Processes.table(
        List.of(
            new ProcessEntry(
                entry.id(),
                entry.stat(),
                entry.io(),
                entry.cgroup(),
                new Section.Failed<>(late),
                entry.exe(),
                entry.seldom())));
  }

  private static GroupTracker tracker(NamingRules rules) {
    return new GroupTracker(NamingRules.none(), rules, Long::toString);
  }

  private static ProcessGroups pass(GroupTracker tracker, Processes... processes) {
    return tracker.update(Processes.table(processes), PodIndex.standAlone(), UNITS);
  }

  private static Map<String, Integer> members(GroupTracker tracker, Processes... processes) {
    Map<String, Integer> members = new TreeMap<>();
    for (GroupSample sample : pass(tracker, processes).named()) {
      String name = String.valueOf(sample.labels().base().get("groupname"));
      members.put(name, sample.state().processes());
    }
    return members;
  }
}
