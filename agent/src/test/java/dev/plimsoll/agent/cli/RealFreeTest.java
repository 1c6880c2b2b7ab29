package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `plimsoll free` beside procps' own, both over the same bytes: the real one is given them in the
/// place of `/proc/meminfo`, in a mount namespace of its own.
class RealFreeTest {
  private static final int NODES = 40;

  /// Shows a file as `/proc/meminfo` to each command.
  private static final String SHOW =
      "for file in \"$0\"/*/meminfo; do mount --bind \"$file\" /proc/meminfo && free \"$@\";"
          + " umount /proc/meminfo; done";

  @TempDir private Path directory;

  @BeforeEach
  void needsTheRealOne() throws Exception {
    writeNode("0", 1 << 20, 1 << 19, 1 << 18);
    boolean there = free("-k").startsWith("       ");
    String help = "needs procps 4's free and unshare -m (root): apt install procps util-linux";
    assertFalse(!there && "true".equals(System.getenv("CI")), help);
    assumeTrue(there, help);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-b", "-k", "-m", "-g", "-h"})
  void theLinesAreTheSame(String unit) throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    // Where numbers are wider than a column, ours stay below each other and procps' do not.
    int largest = unit.equals("-b") ? 38 : 31;
    for (int node = 0; node < NODES; node++) {
      long total = 1L + (random.nextLong() >>> random.nextInt(largest, 62));
      long free = random.nextLong(total);
      writeNode("" + node, total, free, random.nextLong(free, total + 1));
    }
    assertEquals(free(unit), ours(unit));
  }

  @Test
  void theTotalsOfThisNodeAreTheSame() throws Exception {
    List<String> theirs = run("free", "-b").lines().toList();
    List<String> ours = plimsoll("free", "-b").lines().toList();
    assertEquals(theirs.get(0), ours.get(0));
    assertEquals(total(theirs.get(1)), total(ours.get(1)));
    assertEquals(total(theirs.get(2)), total(ours.get(2)));
  }

  private static String total(String line) {
    return line.trim().split(" +", -1)[1];
  }

  private void writeNode(String name, long total, long free, long available) throws IOException {
    long rest = total - free;
    Path node = Files.createDirectories(directory.resolve(name));
    Files.writeString(
        node.resolve("meminfo"),
        "MemTotal: %d kB\nMemFree: %d kB\nMemAvailable: %d kB\nBuffers: %d kB\nCached: %d kB\n"
                .formatted(total, free, available, rest / 7, rest / 3)
            + "SReclaimable: %d kB\nShmem: %d kB\nSwapTotal: %d kB\nSwapFree: %d kB\n"
                .formatted(rest / 11, rest / 5, total / 2, free / 3));
  }

  /// What procps says of all nodes.
  private String free(String unit) throws Exception {
    return run("unshare", "-m", "sh", "-c", SHOW, directory.toString(), unit);
  }

  /// What we say of them, without the verdict.
  private String ours(String unit) throws Exception {
    StringBuilder all = new StringBuilder();
    try (var nodes = Files.list(directory)) {
      for (Path node : nodes.sorted().toList()) {
        String said = plimsoll("free", unit, "--path.procfs=" + node);
        all.append(said.lines().limit(3).collect(Collectors.joining("\n", "", "\n")));
      }
    }
    return all.toString();
  }

  private static String plimsoll(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(0, PlimsollCommand.run(args, Map.of(), stream, stream));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
