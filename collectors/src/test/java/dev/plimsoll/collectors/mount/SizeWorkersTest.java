package dev.plimsoll.collectors.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import dev.plimsoll.collectors.kernel.StatVfs;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Threads that cannot be had, and calls that break off: no mount is forgotten for them.
@Timeout(60)
class SizeWorkersTest {
  private static final StatVfs SIZE = new StatVfs(1, 1, 1, 1, 1, 1, false);

  private final AtomicInteger refused = new AtomicInteger(2);
  private final Semaphore done = new Semaphore(0);

  @Test
  void withoutAThreadToWatchTheNextPassTriesAgain() throws Exception {
    SizeWorkers workers = new SizeWorkers(this::scarce, Thread::new);
    workers.ask(List.of(question(_ -> SIZE)));
    workers.ask(List.of());
    assertFalse(done.tryAcquire());
    workers.ask(List.of());
    done.acquire();
  }

  @Test
  void withoutAThreadToAskTheNextPassTriesAgain() throws Exception {
    SizeWorkers workers = new SizeWorkers(Thread::new, this::scarce);
    workers.ask(List.of(question(_ -> SIZE)));
    while (!done.tryAcquire()) workers.ask(List.of());
    while (workers.busy() > 0) Thread.onSpinWait();
    assertTrue(refused.get() < 0);
  }

  @Test
  void aCallThatBreaksOffIsAFailureAndTheMountIsAskedAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    SizeQuestion question =
        question(
            _ -> {
              if (calls.incrementAndGet() == 1) throw new UnsatisfiedLinkError("no libc");
              return SIZE;
            });
    question.make();
    done.acquire();
    SourceFailure failure =
        new SourceFailure(Kind.IO, "/mnt", 0, "java.lang.UnsatisfiedLinkError: no libc");
    assertEquals(new Section.Failed<>(failure), question.known(0, 1).orElseThrow());
    assertTrue(question.begin(done, 0));
    question.make();
    assertEquals(new Section.Present<>(SIZE), question.known(0, 1).orElseThrow());
  }

  private Thread scarce(Runnable task) {
    if (refused.getAndDecrement() > 0) throw new OutOfMemoryError("no thread: the test's limit");
    return new Thread(task);
  }

  private SizeQuestion question(SizeCall call) {
    Mount mount = new Mount(1, 0, 8, 1, "/", "/mnt", "rw", "ext4", "/dev/sda1", "rw", false);
    SizeQuestion question = new SizeQuestion(new SizeCall.Target(mount, "/mnt", true), call);
    assertTrue(question.begin(done, 0));
    return question;
  }
}
