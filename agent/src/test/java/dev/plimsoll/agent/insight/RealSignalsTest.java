package dev.plimsoll.agent.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.agent.Until;
import dev.plimsoll.agent.insight.StopSignalAudit.Answer;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.process.ProcessReader;
import dev.plimsoll.collectors.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// First processes of real pid namespaces, and what they really do when they are asked to end.
class RealSignalsTest {
  private static final Roots ROOTS = new Roots("/proc", "/sys", "/");

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void whoeverDropsTheSignalLivesOn() throws IOException {
    ProcessHandle sleep = first("exec sleep 600");
    ProcessHandle deaf = first("trap '' TERM; while :; do sleep 1; done");
    ProcessHandle polite = first("trap 'exit 0' TERM; while :; do sleep 1; done");
    Until.holds(() -> answer(polite).equals(Optional.of(Answer.CATCHES)), () -> "no handler");
    Until.holds(() -> comm(sleep).equals("sleep"), () -> comm(sleep));
    Until.holds(() -> isIgnored(deaf), () -> "the signal is not ignored");
    assertEquals(Optional.of(Answer.DROPS), answer(sleep));
    assertEquals(Optional.of(Answer.DROPS), answer(deaf));
    sleep.destroy();
    deaf.destroy();
    polite.destroy();
    Until.holds(() -> !polite.isAlive(), () -> "it does not end");
    assertTrue(sleep.isAlive());
    assertTrue(deaf.isAlive());
  }

  @Test
  void ofAProcessThatIsNotTheFirstNothingIsSaid() throws IOException {
    Process plain = new ProcessBuilder("sleep", "600").start();
    started.add(plain);
    assertEquals(Optional.empty(), answer(plain.toHandle()));
  }

  /// The first process of a new pid namespace, which runs a script of the shell. `unshare` itself
  /// would hand down its mask of blocked signals to a child of its own.
  private ProcessHandle first(String script) throws IOException {
    boolean can = Files.isReadable(Path.of("/proc/1/environ"));
    if (System.getenv("CI") != null) assertTrue(can, "pid namespaces cannot be made");
    assumeTrue(can, "run it as root to test real pid namespaces");
    Process unshare =
        new ProcessBuilder("unshare", "--pid", "sh", "-c", "sh -c \"$0\" & wait", script)
            .inheritIO()
            .start();
    started.add(unshare);
    Until.holds(() -> unshare.children().findFirst().isPresent(), () -> "no child");
    return unshare.children().findFirst().orElseThrow();
  }

  private static Optional<Answer> answer(ProcessHandle process) {
    return table()
        .find((int) process.pid())
        .flatMap(entry -> StopSignalAudit.of(entry, StopSignal.TERM))
        .map(StopSignalAudit::answer);
  }

  private static boolean isIgnored(ProcessHandle process) {
    return table()
        .find((int) process.pid())
        .flatMap(entry -> entry.seldom().status().present())
        .filter(status -> (status.signals().ignored() & StopSignal.TERM.bit()) != 0)
        .isPresent();
  }

  private static String comm(ProcessHandle process) {
    return table().find((int) process.pid()).map(entry -> entry.stat().comm()).orElse("");
  }

  private static ProcessTable table() {
    try (ProcessReader reader = new ProcessReader(new KernelReader(), ROOTS, Clock.systemUTC())) {
      return reader.read().present().orElseThrow();
    }
  }
}
