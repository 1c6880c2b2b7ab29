package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.NetDev;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Networks of pods whose processes come and go. A file with another inode stands for one in
/// another network namespace, which is what it is below `/proc`.
class PodNetworkReaderTest {
  private static final String UID = "8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d";
  private static final String GROUP =
      "sys/fs/cgroup/kubepods/burstable/pod" + UID + "/" + "a".repeat(64);
  private static final String HEADER =
      """
      Inter-|   Receive                                                |  Transmit
       face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
      """;

  private final KernelReader kernel = new KernelReader();
  @TempDir private Path root;
  private Roots roots;
  private PodNetworkReader reader;

  @BeforeEach
  void aPodWithOneProcess() throws IOException {
    roots = new Roots(root + "/proc", root + "/sys", root.toString());
    reader = new PodNetworkReader(kernel, roots);
    write("sys/fs/cgroup/cgroup.controllers", "cpu memory\n");
    write(GROUP + "/cpu.stat", "usage_usec 0\nuser_usec 0\nsystem_usec 0\n");
    write(GROUP + "/cgroup.procs", "100\n101\n");
    process("1", "eth0", 1);
    process("100", "eth0", 100);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void process(String pid, String name, int bytes) throws IOException {
    String line = "  %s: %d 2 0 0 0 0 0 0 7 3 0 0 0 0 0 0\n".formatted(name, bytes);
    Files.deleteIfExists(root.resolve("proc/" + pid + "/net/dev"));
    write("proc/" + pid + "/net/dev", HEADER + line);
  }

  private Section<CgroupTree> cgroups() {
    try (CgroupReader cgroups =
        new CgroupReader(kernel, roots, Clock.systemUTC(), CgroupPace.usual())) {
      return cgroups.read();
    }
  }

  private Section<NetDev> read() {
    return read(cgroups());
  }

  private Section<NetDev> read(Section<CgroupTree> cgroups) {
    PodNetworks networks = reader.read(cgroups).present().orElseThrow();
    return Optional.ofNullable(networks.byPod().get(UID)).orElseThrow();
  }

  private long received() {
    return received(cgroups());
  }

  private long received(Section<CgroupTree> cgroups) {
    return read(cgroups).present().orElseThrow().interfaces().getFirst().received().bytes();
  }

  @Test
  void readsThroughOneProcessAgainAndAgain() throws IOException {
    assertEquals(100, received());
    Files.writeString(
        root.resolve("proc/100/net/dev"), HEADER + "  eth0: 900 2 0 0 0 0 0 0 7 3 0 0 0 0 0 0\n");
    assertEquals(900, received());
  }

  @Test
  void aPodThatDidNotRunIsReadInTurns() throws IOException {
    Section<CgroupTree> resting = cgroups();
    long passes = 0;
    assertEquals(100, received(resting));
    Files.writeString(
        root.resolve("proc/100/net/dev"), HEADER + "  eth0: 900 2 0 0 0 0 0 0 7 3 0 0 0 0 0 0\n");
    while (received(resting) == 100) passes++;
    assertTrue(passes < 3, () -> "it was read after more than three passes");
    Files.writeString(
        root.resolve("proc/100/net/dev"), HEADER + "  eth0: 950 2 0 0 0 0 0 0 7 3 0 0 0 0 0 0\n");
    assertEquals(900, received(resting));
    assertEquals(950, received(cgroups()));
  }

  @Test
  void aPodInTheNodesNetworkHasNoneOfItsOwn() throws IOException {
    Files.delete(root.resolve("proc/100/net/dev"));
    Files.createLink(root.resolve("proc/100/net/dev"), root.resolve("proc/1/net/dev"));
    assertEquals(new Section.Absent<>("the pod is in the node's network"), read());
    assertEquals(new Section.Absent<>("the pod is in the node's network"), read());
  }

  @Test
  void goesOnWithAnotherProcessWhenOneEnds() throws IOException {
    assertEquals(100, received());
    Files.delete(root.resolve("proc/100/net/dev"));
    process("200", "eth0", 200);
    write(GROUP + "/cgroup.procs", "200\n");
    assertEquals(200, received());
  }

  @Test
  void takesNoOtherProcessForItsOwnWhenANumberIsUsedAgain() throws IOException {
    assertEquals(100, received());
    Path kept = root.resolve("kept");
    Files.move(root.resolve("proc/100/net/dev"), kept);
    process("100", "eth0", 666);
    process("200", "eth0", 200);
    write(GROUP + "/cgroup.procs", "200\n");
    assertEquals(200, received());
  }

  @Test
  void aPodWithoutAProcessHasNoNetwork() throws IOException {
    write(GROUP + "/cgroup.procs", "");
    assertEquals(new Section.Absent<>("no process of the pod was found"), read());
  }

  @Test
  void whatCannotBeParsedIsAFailure() throws IOException {
    write("proc/100/net/dev", HEADER + "  eth0: many\n");
    Section<NetDev> network = read();
    assertInstanceOf(Section.Present.class, network);
    assertEquals(1, network.failures().size());
  }
}
