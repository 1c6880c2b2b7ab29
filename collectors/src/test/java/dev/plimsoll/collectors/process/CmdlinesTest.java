package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes that do not answer: their files are pipes that nobody writes to.
@Timeout(60)
class CmdlinesTest {
  private static final List<Integer> STUCK = List.of(1, 2, 3, 4);

  @TempDir private Path directory;
  private ProcessTree tree;
  private Cmdlines cmdlines;

  @BeforeEach
  void begin() {
    tree = new ProcessTree(directory).process(5, "five", 'S', 50, "/a");
    cmdlines = new Cmdlines(tree.roots());
  }

  private Path file(int pid) {
    return directory.resolve("proc/" + pid + "/cmdline");
  }

  private ProcessState state(int pid) throws Exception {
    String stat = tree.roots().proc(pid + "/stat");
    return new ProcessState(0, new Turns(0, Instant.EPOCH), new KernelReader().read(stat));
  }

  private void stick() throws Exception {
    for (int pid : STUCK) {
      tree.process(pid, "stuck", 'S', 10, "/a").remove("proc/" + pid + "/cmdline");
      new ProcessBuilder("mkfifo", file(pid).toString()).inheritIO().start().waitFor();
      cmdlines.want(state(pid));
    }
    cmdlines.read();
  }

  /// Opened for writing, a pipe lets go whoever waits to read it.
  private void release() throws Exception {
    for (int pid : STUCK) {
      try (OutputStream pipe = Files.newOutputStream(file(pid))) {
        pipe.flush();
      }
    }
  }

  @Test
  void whoWaitsForOthersWaitsOnceHoweverOftenWanted() throws Exception {
    stick();
    ProcessState five = state(5);
    for (int pass = 0; pass < 3; pass++) {
      cmdlines.want(five);
      cmdlines.read();
    }
    assertEquals(1, cmdlines.waiting());
    assertEquals(Kind.TIMEOUT, five.entry().cmdline().failures().getFirst().kind());
    release();
    while (five.entry().cmdline().present().isEmpty()) cmdlines.read();
    assertEquals(List.of("five"), five.entry().cmdline().present().orElseThrow().arguments());
    assertEquals(0, cmdlines.waiting());
  }

  @Test
  void whoHasEndedDoesNotWait() throws Exception {
    stick();
    ProcessState five = state(5);
    cmdlines.want(five);
    cmdlines.read();
    cmdlines.forget(five);
    assertEquals(0, cmdlines.waiting());
    release();
  }

  @Test
  void aCommandGoesOnWithoutWhoDoesNotAnswer() throws Exception {
    stick();
    ProcessFiles files = new ProcessFiles(new KernelReader(), tree.roots());
    assertEquals(Kind.TIMEOUT, files.cmdline(1).failures().getFirst().kind());
    assertEquals(List.of("five"), files.cmdline(5).present().orElseThrow().arguments());
    release();
  }

  @Test
  void whoIsExpectedBehindOneThatDoesNotAnswerIsReadAllTheSame() throws Exception {
    stick();
    tree.process(6, "six", 'S', 60, "/a");
    ProcessFiles files = new ProcessFiles(new KernelReader(), tree.roots());
    files.expectCmdlines(List.of(6, 1, 5));
    assertEquals(List.of("six"), files.cmdline(6).present().orElseThrow().arguments());
    assertEquals(Kind.TIMEOUT, files.cmdline(1).failures().getFirst().kind());
    assertEquals(List.of("five"), files.cmdline(5).present().orElseThrow().arguments());
    assertEquals(List.of("six"), files.cmdline(6).present().orElseThrow().arguments());
    release();
  }

  @Test
  void withoutProcEveryAnswerIsTheFailure() {
    String nowhere = directory.resolve("nowhere").toString();
    CmdlineBatch batch = new CmdlineBatch(new Roots(nowhere, "", ""), new int[] {5, 6});
    assertFalse(batch.ended());
    batch.run();
    assertTrue(batch.ended());
    assertEquals(2, batch.await(1));
    SourceFailure failure =
        new SourceFailure(Kind.MISSING, nowhere, 0, "No such file or directory");
    assertEquals(Optional.of(new Section.Failed<>(failure)), batch.answer(0));
    assertEquals(Optional.of(new Section.Failed<>(failure)), batch.answer(1));
  }
}
