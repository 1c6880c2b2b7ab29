package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program in a container, whose root is layers over this machine's files.
class ContainerViewTest {
  private static final List<String> DF = List.of("df", "-B1", "--output=source,fstype,size,target");

  @TempDir private Path folder;

  @BeforeEach
  void needsContainers() throws Exception {
    List<String> lowest =
        List.of(
            "unshare",
            "-mpf",
            "--mount-proc",
            "sh",
            "-c",
            """
            mount -t tmpfs x /mnt && mkdir /mnt/upper /mnt/work /mnt/all &&
            mount -t overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work x /mnt/all
            """);
    boolean may;
    try (Child child = Child.start(folder, Map.of(), lowest)) {
      may = child.exitStatus() == 0;
    }
    String help =
        "needs root, unshare and overlay: run the tests with sudo on a machine's own disk";
    assertTrue(may || !"true".equals(System.getenv("CI")), help);
    assumeTrue(may, help);
  }

  @Test
  void withTheNodesProcessNumbersItSeesTheNode() throws Exception {
    try (Child container = run("of-node")) {
      assertEquals(0, container.exitStatus(), container.err());
      List<String> node = words(container, 0);
      List<String> seen = words(container, node.size());
      assertTrue(seen.containsAll(node), container.out());
      assertFalse(seen.stream().anyMatch(line -> line.startsWith("overlay ")), container.out());
    }
  }

  @Test
  void withItsOwnItSaysThatItIsAContainers() throws Exception {
    try (Child container = run("own")) {
      assertEquals(0, container.exitStatus(), container.err());
      assertTrue(container.err().contains("of this container, not of the node"), container.err());
    }
  }

  private Child run(String numbers) throws Exception {
    String script = Path.of("src/test/resources/in-a-container").toRealPath().toString();
    List<String> command = new ArrayList<>(List.of("unshare", "-mpf", "--mount-proc", "sh"));
    Path mounts = Files.createDirectory(folder.resolve("mounts"));
    command.addAll(List.of(script, mounts.toString(), numbers));
    command.addAll(RunningAgent.plimsoll(DF.toArray(String[]::new)));
    return Child.start(folder, Map.of(), command);
  }

  /// The lines of the first list, or of what follows it, without titles and blanks.
  private static List<String> words(Child container, int after) {
    Stream<String> lines = container.out().lines().filter(line -> line.contains("/"));
    List<String> all = lines.map(line -> line.strip().replaceAll(" +", " ")).toList();
    return after == 0 ? all.subList(0, 2) : all.subList(after, all.size());
  }
}
