package dev.plimsoll.agent.join;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupPace;
import dev.plimsoll.collectors.cgroup.CgroupReader;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which groups are only their pods' sandboxes.
class SandboxesTest {
  private static final String WEB = "2251d0ec-b51d-4e9b-916c-c62ba3c55c36";
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private final PodTable table = PodTable.of(Captured.pods("1.36/pods").pods());
  private final String listed =
      table.pod(WEB).orElseThrow().containers().getFirst().status().orElseThrow().id();

  @TempDir private Path root;
  private Cgroup<CgroupOwner.Container> sample;

  SandboxesTest() throws IOException {}

  @BeforeEach
  void readAGroup() throws IOException {
    Path group = root.resolve("sys/fs/cgroup/kubepods/pod" + WEB + "/" + "a".repeat(64));
    Files.createDirectories(group);
    Files.writeString(root.resolve("sys/fs/cgroup/cgroup.controllers"), "cpu memory\n");
    Files.writeString(group.resolve("cpu.stat"), "usage_usec 0\n");
    Roots roots = new Roots(root + "/proc", root + "/sys", root.toString());
    try (CgroupReader cgroups =
        new CgroupReader(new KernelReader(), roots, Clock.systemUTC(), CgroupPace.usual())) {
      sample = cgroups.read().present().orElseThrow().containers().getFirst();
    }
  }

  private Cgroup<CgroupOwner.Container> group(String podUid, String id, int second) {
    return new Cgroup<>(
        sample.path(),
        new CgroupOwner.Container(podUid, id, sample.owner().runtime(), sample.owner().qos()),
        FIRST.plusSeconds(second),
        sample.detailAt(),
        sample.cpu(),
        sample.memory(),
        sample.pressure(),
        sample.pids(),
        sample.io(),
        sample.hugetlb());
  }

  @Test
  void theOldestOfAPodThatIsNotListedIsItsSandbox() {
    assertEquals(
        Set.of("pause"),
        Sandboxes.find(
            List.of(group(WEB, listed, 2), group(WEB, "pause", 1), group(WEB, "new", 3)), table));
  }

  /// As with a runtime that makes no group for a sandbox.
  @Test
  void aContainerThatIsListedIsNoneHoweverOldItIs() {
    assertEquals(
        Set.of(), Sandboxes.find(List.of(group(WEB, listed, 1), group(WEB, "new", 2)), table));
  }

  @Test
  void ofAPodThatNobodyToldOfNothingIsKnown() {
    assertEquals(Set.of(), Sandboxes.find(List.of(group("strange", "pause", 1)), table));
    assertEquals(Set.of(), Sandboxes.find(List.of(group(WEB, "pause", 1)), PodTable.empty()));
  }

  @Test
  void everyPodHasItsOwn() {
    String other = table.pods().getFirst().groupUid();
    assertEquals(
        Set.of("pause", "other"),
        Sandboxes.find(
            List.of(group(WEB, "pause", 5), group(other, "other", 1), group(WEB, listed, 6)),
            table));
  }
}
