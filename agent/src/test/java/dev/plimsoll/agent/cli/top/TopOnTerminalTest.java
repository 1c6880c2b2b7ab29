package dev.plimsoll.agent.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.plimsoll.agent.Main;
import dev.plimsoll.agent.cli.RealProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real program on a real pseudo-terminal, which tmux keeps.
class TopOnTerminalTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path directory;

  @BeforeEach
  void startShell() throws IOException {
    RealProgram.require("tmux", "tmux");
    tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "bash --norc");
    type("PS1='ready> '; clear\n");
    screen(shown -> shown.startsWith("ready>"));
    type("stty -a | tail -n +2 > before; " + program("top -d 0.5") + "\n");
    screen(shown -> shown.contains("%CPU") && shown.contains("Tasks:"));
  }

  @AfterEach
  void endShell() throws IOException {
    tmux("kill-server");
  }

  private String program(String words) {
    String java = System.getProperty("java.home") + "/bin/java";
    String options = " --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -cp ";
    String classes = System.getProperty("java.class.path");
    return java + options + '\'' + classes + "' " + Main.class.getName() + ' ' + words;
  }

  private String tmux(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("-S", directory.resolve("socket").toString()));
    all.addAll(List.of(words));
    return RealProgram.run(Map.of("TERM", "xterm", "PWD", directory.toString()), "tmux", all);
  }

  private void type(String keys) throws IOException {
    tmux("send-keys", "-l", keys.replace("before;", directory + "/before;"));
  }

  /// What the terminal shows as soon as it shows that.
  private String screen(Predicate<String> expected) throws IOException {
    String shown = "";
    CountDownLatch never = new CountDownLatch(1);
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
      shown = tmux("capture-pane", "-p");
      if (expected.test(shown)) return shown;
      try {
        assertTrue(!never.await(100, TimeUnit.MILLISECONDS));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return fail("the terminal shows\n" + shown);
  }

  @Test
  void keysChangeWhatIsShown() throws IOException {
    String first = screen(shown -> shown.contains("COMMAND"));
    assertEquals("top - ", first.substring(0, 6));
    type("v");
    screen(shown -> shown.contains("CONTAINER/UNIT"));
    type("vh");
    screen(shown -> shown.contains("It only looks"));
    type(" /no such process\r");
    screen(shown -> shown.contains("Only lines with \"no such process\"."));
    type("/\r1");
    screen(shown -> shown.contains("%Cpu0  :"));
    tmux("resize-window", "-x", "120", "-y", "10");
    screen(shown -> shown.split("\n", -1).length == 11 && shown.contains("%Cpu0  :"));
    type("q");
    restored();
  }

  @Test
  void aTerminalOfAnUnknownKindIsDrawnOnAsXterm() throws IOException {
    type("q");
    restored();
    type("clear; TERM=xterm-nobody-knows " + program("top -d 0.5") + "\n");
    String shown = screen(each -> each.contains("%CPU") && each.contains("Tasks:"));
    assertEquals("top - ", shown.substring(0, 6));
    assertEquals("1", tmux("display", "-p", "#{alternate_on}").strip());
    type("q");
    assertTrue(!restored().contains("WARNING"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void signalsLeaveTheTerminalAsItWas(String signal) throws IOException {
    String pid = tmux("display", "-p", "#{pane_pid}").strip();
    RealProgram.run(Map.of(), "pkill", "-" + signal, "-P", pid);
    restored();
  }

  /// What the terminal shows then.
  private String restored() throws IOException {
    String left = screen(shown -> shown.contains("ready>") && !shown.contains("Tasks:"));
    assertEquals("1 0", tmux("display", "-p", "#{cursor_flag} #{alternate_on}").strip());
    type("stty -a | tail -n +2 > " + directory + "/after; echo do''ne\n");
    screen(shown -> shown.contains("done"));
    assertEquals(
        Files.readString(directory.resolve("before"), StandardCharsets.UTF_8),
        Files.readString(directory.resolve("after"), StandardCharsets.UTF_8));
    return left;
  }
}
