package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Commands that read by OSHI what they cannot read themselves where there is no Linux.
final class OshiCommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String run(String words) {
    int status =
        PlimsollCommand.run(
            words.split(" ", -1), Map.of(), new PrintStream(out), new PrintStream(err));
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(0, status, said);
    assertEquals("", said);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void topLeavesOutWhatIsNotKnown() {
    String top = run("top -b -n 1 --processes=oshi");
    assertTrue(top.matches("(?s)top - .*\nTasks: .*\n%Cpu\\(s\\):.*"), top);
    assertTrue(top.contains(" total,        ? free,"), top);
    assertTrue(top.matches("(?s).*\n +PID USER +PR +VIRT +RES S +%CPU.*"), top);
    assertTrue(top.matches("(?s).*\n *" + ProcessHandle.current().pid() + " .*"), top);
  }

  @Test
  void freeLeavesCellsEmpty() {
    String free = run("free -b --memory=oshi");
    assertTrue(free.matches("(?s).*\nMem: +[0-9]+ +[0-9]+ +[0-9]+\n.*"), free);
  }

  @Test
  void freeHasNoNumbersForPrograms() {
    String json = run("free --memory=oshi -o json");
    assertTrue(json.matches("(?s)\\{\"memory\":\\{\"total_bytes\":[0-9]+,\"used_bytes\":.*"), json);
    assertTrue(!json.replaceFirst("\"swap\".*", "").contains("free_bytes"), json);
  }

  @Test
  void dfShowsTheRoot() {
    String df = run("df --filesystems=oshi");
    assertTrue(df.matches("(?s)Filesystem .* [0-9]+ +[0-9]+ +[0-9]+ +[0-9]+% /\n.*"), df);
  }
}
