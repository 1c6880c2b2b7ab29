package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics.Costly;
import dev.plimsoll.collectors.Demand;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sockets of the containers of a captured node.
class ContainerSocketsTest {
  private static final Path CAPTURED =
      Path.of("../collectors/src/test/resources/fixtures/containers/proc/2131");
  private static final String FIRST =
      "/kubepods/besteffort/pod22222222-2222-4222-8222-222222222222/" + "0".repeat(62) + "b1";
  private static final String SECOND =
      "/kubepods/pod33333333333333333333333333333333/" + "0".repeat(62) + "c1";

  @TempDir private Path folder;

  @BeforeEach
  void processes() throws IOException {
    process(2131, FIRST, List.of("pipe:[1]", "socket:[2]", "socket:[3]"));
    process(2132, FIRST, List.of("socket:[4]"));
    process(2133, SECOND, List.of("anon_inode:[eventpoll]"));
  }

  private void process(int pid, String group, List<String> links) throws IOException {
    Path process = Files.createDirectories(folder.resolve("proc/" + pid));
    String stat = Files.readString(CAPTURED.resolve("stat"));
    Files.writeString(process.resolve("stat"), pid + stat.substring(stat.indexOf(' ')));
    Files.writeString(process.resolve("cgroup"), "0::" + group + "\n");
    Path fd = Files.createDirectory(process.resolve("fd"));
    for (int number = 0; number < links.size(); number++) {
      Files.createSymbolicLink(fd.resolve("" + number), Path.of(links.get(number)));
    }
  }

  private NodeSnapshot node(boolean wanted) {
    Roots roots = new Roots(folder + "/proc", folder + "/sys", folder + "/root");
    Demand demand = new Demand(() -> false, () -> wanted, _ -> false, List.of());
    try (NodeReader reader =
        new NodeReader(roots, CapturedNode.CLOCK, Set.of(), new KernelSizeCall(), demand)) {
      return CapturedNode.read("v2").with(reader.readProcesses());
    }
  }

  private static Map<String, Double> cadvisor(NodeSnapshot node, Set<Costly> costly) {
    Map<String, Double> sockets = new TreeMap<>();
    Sink sink =
        (family, labels, value) -> {
          if (family.name().equals("container_sockets")) sockets.put(labels.get("id"), value);
        };
    CadvisorMetrics.write(new PodView(node, PodIndex.standAlone()), costly, sink);
    return sockets;
  }

  private static Map<String, Double> own(NodeSnapshot node) {
    Map<String, Double> sockets = new TreeMap<>();
    CapturedNode.write(
        node,
        (family, labels, value) -> {
          if (!family.name().equals("plimsoll_container_sockets")) return;
          sockets.put(labels.get("pod") + '/' + labels.get("container"), value);
        });
    return sockets;
  }

  @Test
  void rowsAreThoseOfFileDescriptors() {
    Map<String, Double> rows = cadvisor(node(true), Set.of(Costly.SOCKETS));
    assertEquals(3, rows.get(FIRST));
    assertEquals(0, rows.get(SECOND));
    assertEquals(0, rows.get(FIRST.substring(0, FIRST.lastIndexOf('/'))));
    assertEquals(0, rows.get("/"));
  }

  @Test
  void ownFamilyHasContainersThatHaveProcesses() {
    assertEquals(List.of(0.0, 3.0), own(node(true)).values().stream().sorted().toList());
  }

  @Test
  void nothingUnlessItIsSwitchedOn() {
    assertEquals(Map.of(), own(node(false)));
    assertEquals(Map.of(), cadvisor(node(false), Set.of(Costly.SOCKETS)));
    assertEquals(Map.of(), cadvisor(node(true), Set.of(Costly.TASKS_STATE)));
  }

  @Test
  void aContainerOfWhichAProcessCouldNotBeReadHasNoValue() throws IOException {
    Path fd = folder.resolve("proc/2132/fd");
    Files.delete(fd.resolve("0"));
    Files.delete(fd);
    Files.writeString(fd, "");
    NodeSnapshot node = node(true);
    Map<String, Double> rows = cadvisor(node, Set.of(Costly.SOCKETS));
    assertEquals(false, rows.containsKey(FIRST));
    assertEquals(0, rows.get(SECOND));
    assertEquals(List.of(0.0), List.copyOf(own(node).values()));
  }
}
