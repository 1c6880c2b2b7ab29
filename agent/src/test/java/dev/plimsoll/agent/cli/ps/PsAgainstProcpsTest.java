package dev.plimsoll.agent.cli.ps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.Settled;
import dev.plimsoll.agent.cli.RealProgram;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every column that procps' ps has too, for every process of this machine that stands still.
class PsAgainstProcpsTest {
  /// Characters that are compared: we keep 4,096 bytes of a command line, procps 131,071.
  private static final int LONGEST = 1000;

  private static final List<Process> STARTED = new ArrayList<>();

  /// Processes whose states and names are not ordinary.
  @BeforeAll
  static void startProcesses() throws IOException, InterruptedException {
    RealProgram.require("ps", "procps");
    start("exec nice -n 5 sleep 100");
    start("exec setsid sleep 100");
    start("exec -a 'a) R 1 (b' sleep 100");
    start("exec -a $'two\\nlines\\e[1m\\xff' sleep 100");
    start("exec -a '' sleep 100");
    start("sleep 0 & exec sleep 100");
    start("exec -a \"$(printf %010000d 0)\" sleep 50 25 25");
    Settled.await("sleep", STARTED);
    start("kill -STOP $$");
    Settled.await("bash", List.of(STARTED.getLast()));
  }

  private static void start(String script) throws IOException {
    STARTED.add(new ProcessBuilder("bash", "-c", script).start());
  }

  @AfterAll
  static void endProcesses() {
    for (Process process : STARTED) process.destroyForcibly();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pid",
        "ppid",
        "pgid",
        "sid",
        "tpgid",
        "user",
        "ruser",
        "suser",
        "group",
        "rgroup",
        "uid",
        "ruid",
        "gid",
        "rgid",
        "tty",
        "pcpu",
        "c",
        "pmem",
        "vsz",
        "rss",
        "sz",
        "stat",
        "s",
        "ni",
        "pri",
        "opri",
        "priority",
        "psr",
        "cls",
        "rtprio",
        "f",
        "nlwp",
        "min_flt",
        "maj_flt",
        "stime",
        "start",
        "bsdstart",
        "lstart",
        "time",
        "bsdtime",
        "times",
        "etime",
        "etimes",
        "comm",
        "ucmd",
        "args",
        "cmd"
      })
  void showsTheSameAsProcps(String column) throws Exception {
    Map<Integer, String> differing = differences(column);
    for (int again = 0; again < 5 && !differing.isEmpty(); again++) {
      differing.keySet().retainAll(differences(column).keySet());
    }
    assertEquals(Map.of(), differing);
  }

  /// Of processes that procps shows the same before and after we looked, what we show otherwise.
  private static Map<Integer, String> differences(String column) throws IOException {
    return differences("-ww", "-eo", "pid=", "-o", column + '=');
  }

  private static Map<Integer, String> differences(String... words) throws IOException {
    Map<Integer, String> before = rows(RealProgram.run(Map.of(), "ps", words));
    Map<Integer, String> ours = rows(ours(words));
    Map<Integer, String> after = rows(RealProgram.run(Map.of(), "ps", words));
    before.entrySet().retainAll(after.entrySet());
    assertTrue(before.size() > 3, "ps shows nothing that stands still");
    Map<Integer, String> differing = new TreeMap<>();
    before.forEach(
        (pid, real) -> {
          String shown = asProcps(ours.getOrDefault(pid, "nothing"));
          if (!cut(shown).equals(cut(real))) {
            differing.put(pid, "ours " + cut(shown) + ", procps " + cut(real));
          }
        });
    return differing;
  }

  @ParameterizedTest
  @ValueSource(strings = {"pid", "ppid", "comm", "user", "ni", "nlwp", "stime"})
  void showsTheSameThreads(String column) throws Exception {
    String own = Long.toString(ProcessHandle.current().pid());
    String[] words = {"-L", "-p", own, "-o", "lwp=", "-o", column + '='};
    Map<Integer, String> differing = differences(words);
    for (int again = 0; again < 5 && !differing.isEmpty(); again++) {
      differing.keySet().retainAll(differences(words).keySet());
    }
    assertEquals(Map.of(), differing);
  }

  private static String cut(String shown) {
    return shown.substring(0, Math.min(shown.length(), LONGEST)).stripTrailing();
  }

  /// What is not printable is hexadecimal of ours, and of procps `?`, but a newline a blank.
  private static String asProcps(String ours) {
    return ours.replace("\\x0a", " ").replaceAll("\\\\x[0-9a-f]{2}", "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aux", "-ef", "-eF", "-el", "-ej", "ax", "axl", "axj", "-efj", "-aux", "-eL", "-eLf",
        "-eLF", "-eLl", "-eT", "-efT", "axH"
      })
  void hasTheTitlesOfProcps(String words) throws Exception {
    String real = RealProgram.run(Map.of(), "ps", words).lines().findFirst().orElseThrow();
    String ours = ours(words).lines().findFirst().orElseThrow();
    assertEquals(blanks(real), blanks(ours.replace(" POD ", " ").replace(" CONTAINER ", " ")));
  }

  @Test
  void choosesTheSameProcesses() throws Exception {
    for (String choice :
        List.of("-e", "-d", "-a", "ax", "x", "-x", "a", "-N -p 1", "-p 1,2", "1 2")) {
      List<String> words = List.of(("-o pid= " + choice).split(" ", -1));
      Map<Integer, String> real = rows(RealProgram.run(Map.of(), "ps", words));
      Map<Integer, String> ours = rows(ours(words.toArray(String[]::new)));
      for (Process process : STARTED) {
        int pid = (int) process.pid();
        assertEquals(real.containsKey(pid), ours.containsKey(pid), "ps " + choice);
      }
      assertEquals(real.containsKey(1), ours.containsKey(1), "ps " + choice);
    }
  }

  private static String blanks(String line) {
    return line.strip().replaceAll(" +", " ");
  }

  private static Map<Integer, String> rows(String output) {
    Map<Integer, String> rows = new TreeMap<>();
    for (String line : output.split("\n", -1)) {
      String[] parts = line.strip().split(" +", 2);
      if (parts[0].matches("[0-9]+")) {
        rows.put(Integer.parseInt(parts[0]), parts.length > 1 ? parts[1].strip() : "");
      }
    }
    return rows;
  }

  private static String ours(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    PsProgram ps =
        new PsProgram(
            new Roots("/proc", "/sys", "/"),
            Clock.systemUTC(),
            ZoneId.systemDefault(),
            (_, _, _) -> PodIndex.standAlone(),
            OptionalInt::empty);
    ps.run(List.of(words), () -> "", new PrintWriter(out), new PrintWriter(err));
    assertEquals("", err.toString());
    return new String(out.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
