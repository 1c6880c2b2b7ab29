package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes of one group work, rest and end one after the other, waited for by us or killed:
/// no counter of the group may fall, on our page or on process-exporter's.
final class EndingMembersTest {
  private static final KernelUnits UNITS = new KernelUnits(100, 4096, 0);
  private static final int MEMBERS = 4;
  private static final String NAME = "pm-ending";

  private static final String SCRIPT =
      """
      j=0; while [ $j -lt 150000 ]; do j=$((j+1)); done
      echo worked; read line
      """;

  private final GroupTracker tracker =
      new GroupTracker(NamingRules.none(), NamingRules.byComm(), Long::toString);
  private final NodeReader reader =
      new NodeReader(new Roots("/proc", "/sys", "/"), Clock.systemUTC(), Set.of());

  @Test
  void noCounterFalls(@TempDir Path folder) throws IOException {
    Path shell = Files.copy(Path.of("/bin/sh"), folder.resolve(NAME));
    pass();
    List<Process> members = new ArrayList<>();
    try {
      for (int index = 0; index < MEMBERS; index++) members.add(start(shell));
      ProcessGroups last = pass();
      assertTrue(own(last).get(Count.USER_TICKS) + own(last).get(Count.SYSTEM_TICKS) > 0);
      for (Process member : members) {
        member.destroyForcibly().onExit().join();
        last = assertRisen(last, pass());
      }
      assertRisen(last, pass());
    } finally {
      for (Process member : members) member.destroyForcibly();
      reader.close();
    }
  }

  private static Process start(Path shell) throws IOException {
    Process process = new ProcessBuilder(shell.toString(), "-c", SCRIPT).start();
    assertEquals("worked", process.inputReader(StandardCharsets.UTF_8).readLine());
    return process;
  }

  private static ProcessGroups assertRisen(ProcessGroups before, ProcessGroups now) {
    for (Count count : Count.values()) {
      assertTrue(own(now).get(count) >= own(before).get(count), count + " of our own group");
      assertTrue(named(now).get(count) >= named(before).get(count), count + " of the named group");
    }
    return now;
  }

  private ProcessGroups pass() {
    return tracker.update(reader.readProcesses().section(), PodIndex.standAlone(), UNITS);
  }

  private static Counts own(ProcessGroups groups) {
    return counts(groups.own(), "process");
  }

  private static Counts named(ProcessGroups groups) {
    return counts(groups.named(), "groupname");
  }

  private static Counts counts(List<GroupSample> groups, String label) {
    return groups.stream()
        .filter(each -> NAME.equals(each.labels().base().get(label)))
        .map(GroupSample::counts)
        .findFirst()
        .orElseThrow();
  }
}
