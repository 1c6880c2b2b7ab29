package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the running agent never loads, since it would stay in its memory.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class LoadedClassesTest {
  private static final Pattern CLASS = Pattern.compile("\\] ([\\w.$]+) source:");

  /// OSHI by native calls, what it brings for them, and our own use of it for other systems.
  private static final List<String> NEVER =
      List.of(
          "com.sun.jna.platform.",
          "dev.plimsoll.collectors.oshi.",
          "oshi.SystemInfo",
          "oshi.jna.",
          "oshi.spi.",
          "oshi.software.");

  @Test
  void nothingOfOshiThatCallsNativeCode(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("classes.log");
    String logged = "JAVA_TOOL_OPTIONS=-Xlog:class+load:file=" + log;
    Set<String> loaded;
    try (RunningAgent agent = RunningAgent.start(folder, List.of("env", logged))) {
      assertEquals(200, agent.status("/metrics"));
      assertEquals(200, agent.status("/metrics/process"));
      agent.child().await("reading disks", () -> loaded(log).contains("oshi.util.GlobalConfig"));
      agent.child().terminate();
      agent.child().exitStatus();
      loaded = loaded(log);
    }
    assertTrue(loaded.contains("dev.plimsoll.agent.Agent"), "no classes in " + log);
    loaded.removeIf(name -> NEVER.stream().noneMatch(name::startsWith));
    assertEquals(Set.of(), loaded);
  }

  private static Set<String> loaded(Path log) {
    try {
      return CLASS
          .matcher(Files.readString(log, StandardCharsets.UTF_8))
          .results()
          .map((MatchResult line) -> line.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
