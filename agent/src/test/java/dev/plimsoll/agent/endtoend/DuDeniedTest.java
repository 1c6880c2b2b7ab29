package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `plimsoll du` where it may not read everything, beside this machine's `du`.
class DuDeniedTest {
  /// Takes from root the right to read what nobody may, which others do not have anyway.
  private static final List<String> WITHOUT_RIGHTS =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--");

  @TempDir private Path folder;
  @TempDir private Path tree;

  @BeforeEach
  void needsSetpriv() throws Exception {
    boolean may;
    try (Child child = start(List.of("true"))) {
      may = child.exitStatus() == 0;
    }
    String help = "needs root and setpriv: run the tests with sudo, install util-linux";
    assertTrue(may || !"true".equals(System.getenv("CI")), help);
    assumeTrue(may, help);
    Files.writeString(Files.createDirectory(tree.resolve("open")).resolve("file"), "x");
    Files.writeString(Files.createDirectory(tree.resolve("listed")).resolve("a\nb"), "x");
    Files.createDirectory(tree.resolve("shut"));
    allow("r--r--r--", "listed");
    allow("---------", "shut");
  }

  private void allow(String rights, String name) throws IOException {
    Files.setPosixFilePermissions(tree.resolve(name), PosixFilePermissions.fromString(rights));
  }

  @Test
  void whatMayNotBeReadIsToldAndTheRestCounts() throws Exception {
    List<String> du = List.of("du", "-a", tree.toString());
    try (Child real = start(du);
        Child ours = start(RunningAgent.plimsoll(du.toArray(String[]::new)))) {
      assertEquals(real.exitStatus(), ours.exitStatus(), ours.err());
      assertEquals(real.out().lines().sorted().toList(), ours.out().lines().sorted().toList());
      assertEquals(
          List.of(
              "du: cannot access '" + tree + "/listed/a\\x0ab': Permission denied",
              "du: cannot read directory '" + tree + "/shut': Permission denied"),
          ours.err().lines().sorted().toList());
      assertEquals(2, real.err().split("Permission denied", -1).length - 1, real.err());
    }
  }

  private Child start(List<String> command) throws IOException {
    List<String> whole = Stream.concat(WITHOUT_RIGHTS.stream(), command.stream()).toList();
    return Child.start(folder, Map.of("LC_ALL", "C.UTF-8"), whole);
  }
}
