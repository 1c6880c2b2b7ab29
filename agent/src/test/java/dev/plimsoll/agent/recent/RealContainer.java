package dev.plimsoll.agent.recent;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.agent.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A container as far as the kernel knows of one: a control group in every hierarchy.
final class RealContainer implements AutoCloseable {
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
  private static final Path POD = Path.of("kubepods/pod77777777-7777-4777-8777-777777777777");

  private final Path path;
  private final List<Path> made = new ArrayList<>();
  private final List<Path> groups = new ArrayList<>();

  private RealContainer(Path path) {
    this.path = path;
  }

  /// Skips the test where control groups cannot be made; on CI they can.
  static RealContainer make() throws IOException {
    boolean can = Files.isWritable(hierarchies().getFirst());
    if (System.getenv("CI") != null) assertTrue(can, "control groups cannot be made");
    assumeTrue(can, "run it as root to test real cgroups");
    String own = "plimsoll-burst-" + ProcessHandle.current().pid();
    RealContainer container = new RealContainer(Path.of(own).resolve(POD).resolve("a".repeat(64)));
    for (Path hierarchy : hierarchies()) container.make(hierarchy);
    return container;
  }

  private void make(Path hierarchy) throws IOException {
    Path group = hierarchy.resolve(path);
    Stream.iterate(group, at -> !at.equals(hierarchy), Path::getParent)
        .filter(Files::notExists)
        .toList()
        .reversed()
        .forEach(made::add);
    Files.createDirectories(group);
    groups.add(group);
  }

  private static List<Path> hierarchies() throws IOException {
    if (Files.exists(CGROUPS.resolve("cgroup.controllers"))) return List.of(CGROUPS);
    return Stream.of("cpu", "cpuacct", "memory", "pids", "unified")
        .map(CGROUPS::resolve)
        .filter(Files::isDirectory)
        .toList();
  }

  /// Below the root of a hierarchy.
  Path path() {
    return path;
  }

  /// Runs a script of the shell in the container.
  Process start(String script) throws IOException {
    String join =
        groups.stream()
            .map(group -> "echo $$ > " + group.resolve("cgroup.procs") + " && ")
            .collect(Collectors.joining());
    return new ProcessBuilder("sh", "-c", join + script).inheritIO().start();
  }

  /// A group can be removed once the kernel has let go of its last process.
  @Override
  public void close() {
    for (Path group : made.reversed()) {
      Until.holds(() -> removed(group), () -> group + " cannot be removed");
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
}
