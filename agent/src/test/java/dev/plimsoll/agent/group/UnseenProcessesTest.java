package dev.plimsoll.agent.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CpuTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A container whose processes come and go between two passes, and nobody waits for them: what its
/// groups say together is what the kernel says of it.
@Timeout(120)
final class UnseenProcessesTest {
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

  /// Of this run alone: another of the machine may do the same.
  private static final String UID =
      "77777777-7777-4777-8777-%012d".formatted(ProcessHandle.current().pid());

  private static final String ID = "5eed".repeat(16);

  /// Sixty children, each of which works for 50 ms of the processor however fast that is. The
  /// kernel reaps children of a parent that ignores their end, and nobody gets their times.
  private static final String PERL =
      "$SIG{CHLD} = 'IGNORE'; $| = 1; print \"started\\n\"; <STDIN>;"
          + " for (1 .. 60) { if (!fork) { work(); exit 0 } }"
          + " sub work { my $x = 0; do { $x += $_ for 1 .. 99999 } while (times)[0] < 0.05 }"
          + " 1 while wait != -1; print \"done\\n\"; <STDIN>;";

  /// Not where a kubelet looks, which ends whatever it does not know.
  private final String own = "plimsoll-unseen-" + ProcessHandle.current().pid();

  private final List<Path> made = new ArrayList<>();
  private final NodeReader reader =
      new NodeReader(new Roots("/proc", "/sys", "/"), Clock.systemUTC(), Set.of());
  private final GroupKeeper keeper =
      new GroupKeeper(
          new GroupTracker(NamingRules.none(), NamingRules.none(), Long::toString),
          PodIndex::standAlone);

  @AfterEach
  void end() throws InterruptedException {
    reader.close();
    for (Path group : made.reversed()) {
      for (int tries = 0; tries < 1000 && !removed(group); tries++) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  private static boolean removed(Path group) {
    try {
      Files.deleteIfExists(group);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void theContainersTotalIsWhole() throws IOException {
    require(Files.isExecutable(Path.of("/usr/bin/perl")), "install perl to run this test");
    require(
        hierarchies().stream().allMatch(Files::isWritable),
        "run it as root, where control groups can be made");
    Process storm = new ProcessBuilder("perl", "-e", PERL).redirectErrorStream(true).start();
    try {
      for (Path hierarchy : hierarchies()) move(storm, hierarchy);
      assertEquals("started", line(storm));
      NodeSnapshot node = look(reader.read());
      node = look(node);
      double before = kernel(node);
      storm.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
      assertEquals("done", line(storm));
      node = look(look(node));
      double used = kernel(node) - before;
      assertTrue(used > 1.5, "seconds of work: " + used);
      assertEquals(used, counted(), 0.05 * used + 0.1);
    } finally {
      storm.destroyForcibly().onExit().join();
    }
  }

  private static void require(boolean possible, String otherwise) {
    assertFalse(!possible && "true".equals(System.getenv("CI")), otherwise);
    if (!possible) System.err.println("skipped: " + otherwise);
    assumeTrue(possible, otherwise);
  }

  private static String line(Process process) throws IOException {
    return process.inputReader(StandardCharsets.UTF_8).readLine();
  }

  private void move(Process process, Path hierarchy) throws IOException {
    Path group = hierarchy.resolve(own).resolve("kubepods/pod" + UID).resolve(ID);
    Stream.iterate(group, path -> !path.equals(hierarchy), Path::getParent)
        .filter(Files::notExists)
        .toList()
        .reversed()
        .forEach(made::add);
    Files.createDirectories(group);
    Files.writeString(group.resolve("cgroup.procs"), Long.toString(process.pid()));
  }

  private static List<Path> hierarchies() {
    if (Files.exists(CGROUPS.resolve("cgroup.controllers"))) return List.of(CGROUPS);
    return Stream.of("memory", "cpu", "cpuacct", "pids")
        .map(CGROUPS::resolve)
        .filter(Files::isDirectory)
        .toList();
  }

  /// As the agent looks: control groups, then processes.
  private NodeSnapshot look(NodeSnapshot last) {
    NodeSnapshot next = last.with(reader.readFast());
    keeper.snapshot(last, next);
    NodeSnapshot processes = next.with(reader.readProcesses());
    keeper.snapshot(next, processes);
    return processes;
  }

  private static double kernel(NodeSnapshot node) {
    return node.fast().cgroups().section().present().orElseThrow().containers().stream()
        .filter(each -> each.owner().podUid().equals(UID))
        .map((Cgroup<CgroupOwner.Container> each) -> each.cpu().time().present().orElseThrow())
        .mapToDouble((CpuTime time) -> time.usageNanos() / 1e9)
        .sum();
  }

  private double counted() {
    long ticks = 0;
    for (GroupSample sample : keeper.groups().own()) {
      if (!UID.equals(sample.labels().base().get("pod"))) continue;
      ticks += sample.counts().get(Count.USER_TICKS) + sample.counts().get(Count.SYSTEM_TICKS);
    }
    return (double) ticks / keeper.groups().units().ticksPerSecond();
  }
}
