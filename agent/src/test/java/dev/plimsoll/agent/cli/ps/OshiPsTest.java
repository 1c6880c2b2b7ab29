package dev.plimsoll.agent.cli.ps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.Settled;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `ps` with OSHI's table, on a process of our own.
@EnabledOnOs(OS.LINUX)
final class OshiPsTest {
  private static final Roots ROOTS = new Roots("/proc", "/sys", "/");

  private static final List<String> UNKNOWN =
      List.of(
          ("pgid sid tpgid tty ni pri opri psr cls rtprio f wchan min_flt maj_flt"
                  + " pod container namespace workload unit")
              .split(" ", -1));

  private final Process sleeper = new ProcessBuilder("sleep", "1000").start();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  OshiPsTest() throws IOException {}

  @BeforeEach
  void settle() throws IOException, InterruptedException {
    Settled.await("sleep", List.of(sleeper));
  }

  @AfterEach
  void end() {
    sleeper.destroyForcibly().onExit().join();
  }

  private int ps(String... words) {
    PsProgram program =
        new PsProgram(
            ROOTS,
            Clock.systemUTC(),
            ZoneOffset.UTC,
            (_, _, _) -> PodIndex.standAlone(),
            OptionalInt::empty);
    return program.run(
        List.of(words), () -> "plimsoll 1", new PrintWriter(out), new PrintWriter(err));
  }

  private String own() {
    return Long.toString(sleeper.pid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pid,ppid,user,uid,comm", "pid,group,gid,nlwp,state", "pid,vsz,rss,bsdtime,args"})
  void showsWhatTheKernelSays(String columns) {
    assertEquals(0, ps("--processes", "oshi", "-p", own(), "-o", columns), err::toString);
    String theirs = out.toString();
    out.getBuffer().setLength(0);
    assertEquals(0, ps("--processes=kernel", "-p", own(), "-o", columns), err::toString);
    assertEquals(out.toString(), theirs);
  }

  /// Every column that shows what OSHI does not have, as text, as JSON and as the order, in which
  /// two very different processes are the same, so that they come by number either way.
  @Test
  void whatOshiDoesNotKnowIsMissingAndNotNothing() {
    assertEquals(0, ps("--processes=oshi", "-p", own(), "h", "-o", String.join(",", UNKNOWN)));
    assertEquals("- ".repeat(UNKNOWN.size()), out.toString().strip().replaceAll(" +", " ") + ' ');
    out.getBuffer().setLength(0);
    ps("--processes=oshi", "-p", own(), "-o", String.join(",", UNKNOWN), "-o", "json");
    assertTrue(out.toString().matches("\\[\n\\{(\"[a-z_]+\":null,?)+}\n]\n"), out.toString());
    for (String sign : List.of("", "-")) {
      out.getBuffer().setLength(0);
      String order = sign + String.join("," + sign, UNKNOWN);
      ps("--processes=oshi", "-p", "1," + own(), "-o", "pid=", "--sort", order);
      assertEquals(List.of("1", own()), out.toString().lines().map(String::strip).toList());
    }
  }

  @Test
  void theStateHasNoLettersThatOshiDoesNotKnow() {
    assertEquals(0, ps("--processes=oshi", "-p", own(), "-o", "stat="));
    assertEquals("S\n", out.toString().stripLeading());
  }

  @Test
  void optionsThatAskForItAreRefused() {
    for (String option : List.of("-t", "-s", "--pod")) {
      assertEquals(2, ps("--processes=oshi", option, "1"));
    }
    for (String option : List.of("-d", "-a", "a", "-L", "-T", "H")) {
      err.getBuffer().setLength(0);
      assertEquals(2, ps("--processes=oshi", option));
      assertEquals("plimsoll ps: " + option + ": OSHI does not know that of processes\n", err + "");
    }
    assertEquals(2, ps("--processes=oshi", "-t", "1"));
    assertEquals(2, ps("--processes=other"));
    assertTrue(err.toString().contains("-t: OSHI does not know"), err.toString());
    assertTrue(err.toString().contains("\"other\" is not kernel or oshi"), err.toString());
  }

  @Test
  void choosesByUserAndShowsTheForest() {
    assertEquals(0, ps("--processes=oshi", "-u", System.getProperty("user.name"), "f"));
    assertTrue(out.toString().contains(" sleep 1000\n"), out.toString());
    assertTrue(out.toString().contains("\\_ "), out.toString());
  }
}
