package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the program begins and ends.
class LifeTest {
  @TempDir private Path folder;

  @Test
  void endsWithZeroWhenAskedTo() throws Exception {
    try (RunningAgent agent = RunningAgent.start(folder)) {
      agent.child().await("said", () -> agent.child().out().contains("\nreads  "));
      agent.child().terminate();
      assertEquals(0, agent.child().exitStatus());
    }
  }

  @Test
  void endsWithTwoAndOneLineForAWrongFlag() throws Exception {
    try (Child child = plimsoll(Map.of(), "run", "--nonsense")) {
      assertEquals(2, child.exitStatus());
      assertEquals("plimsoll run: Unknown option: '--nonsense'\n", child.err());
    }
  }

  @Test
  void takesTheEnvironmentForFlags() throws Exception {
    try (Child child = plimsoll(Map.of("PLIMSOLL_INTERVAL_FAST", "soon"), "run")) {
      assertEquals(2, child.exitStatus());
      assertEquals(
          "plimsoll run: PLIMSOLL_INTERVAL_FAST: \"soon\" is not a duration such as 500ms, 15s or"
              + " 1m30s\n",
          child.err());
    }
  }

  @Test
  void endsWithOneForAPortThatIsTaken() throws Exception {
    try (RunningAgent agent = RunningAgent.start(folder);
        Child second = plimsoll(Map.of(), "run", "--web.listen-address=" + agent.address())) {
      assertEquals(1, second.exitStatus());
      assertEquals(
          "plimsoll run: cannot listen on " + agent.address() + ": Address already in use\n",
          second.err());
    }
  }

  @Test
  void answersAtThePageAddressUnlessToldNotTo() throws Exception {
    try (RunningAgent agent = RunningAgent.start(folder)) {
      String said = agent.child().out();
      assertTrue(said.matches("(?s).*answers +http://127.0.0.1:\\d+/api/v1\n.*"), said);
    }
    try (RunningAgent agent = RunningAgent.start(folder, "--web.page-address=")) {
      assertFalse(agent.child().out().contains("/api/v1"));
    }
  }

  @Test
  void endsWithOneForAFileThatMustNotBeRead() throws Exception {
    Path file = Files.createDirectory(folder.resolve("settings.yaml"));
    try (Child child = plimsoll(Map.of(), "run", "--config.file=" + file)) {
      assertEquals(1, child.exitStatus());
      assertEquals("plimsoll run: " + file + ": Is a directory\n", child.err());
    }
  }

  @Test
  void logsAsJsonWhereAsked() throws Exception {
    try (RunningAgent agent =
        RunningAgent.start(folder, "--no-collector.vmstat", "--log.format=json")) {
      assertFalse(agent.child().err().isEmpty());
      agent
          .child()
          .err()
          .lines()
          .forEach(line -> assertTrue(line.matches("\\{\"time\":\".*\"}"), line));
    }
  }

  private Child plimsoll(Map<String, String> environment, String... arguments) throws Exception {
    return Child.start(folder, environment, RunningAgent.plimsoll(arguments));
  }
}
