package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Command lines one by one, for a command, which can wait longer than the agent but not for ever.
/// Another thread asks; a process that does not answer keeps it, and with [#MOST_STUCK] of them
/// nobody is asked. Belongs to one thread.
final class PatientCmdlines {
  private static final long PATIENCE_MILLIS = 1000;
  private static final int MOST_STUCK = 4;

  private final Roots roots;
  private final List<Future<Section<ProcCmdline>>> stuck = new ArrayList<>();
  private final Map<Integer, Future<Section<ProcCmdline>>> ahead = new HashMap<>();
  private Asker asker;

  /// A reader and the thread that it belongs to, which ends when it has nothing to do.
  private record Asker(KernelReader reader, ThreadPoolExecutor thread) {
    static Asker make() {
      ThreadPoolExecutor thread =
          new ThreadPoolExecutor(
              1,
              1,
              1,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              Thread.ofPlatform().name("plimsoll-cmdline").daemon().factory());
      thread.allowCoreThreadTimeOut(true);
      return new Asker(new KernelReader(), thread);
    }

    Future<Section<ProcCmdline>> ask(String path) {
      return thread.submit(() -> reader.section(path, Need.REQUIRED, ProcCmdline::parse));
    }
  }

  PatientCmdlines(Roots roots) {
    this.roots = roots;
    this.asker = Asker.make();
  }

  /// Says whose will be wanted next, in this order: they are read while the caller does something
  /// else, instead of one thread waiting for the other at each.
  void expect(List<Integer> pids) {
    for (int pid : pids) ahead.put(pid, asker.ask(path(pid)));
  }

  private String path(int pid) {
    return roots.proc(pid + "/cmdline");
  }

  Section<ProcCmdline> read(int pid) {
    String path = path(pid);
    stuck.removeIf(Future::isDone);
    if (stuck.size() >= MOST_STUCK) return late(path);
    Future<Section<ProcCmdline>> expected = ahead.remove(pid);
    Future<Section<ProcCmdline>> answer = expected == null ? asker.ask(path) : expected;
    try {
      return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      giveUp(answer);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      giveUp(answer);
    } catch (ExecutionException fault) {
      throw new IllegalStateException(path, fault.getCause());
    }
    return late(path);
  }

  /// What waits behind it is asked for anew when it is wanted.
  private void giveUp(Future<Section<ProcCmdline>> answer) {
    stuck.add(answer);
    ahead.clear();
    for (Runnable waiting : asker.thread().shutdownNow()) ((Future<?>) waiting).cancel(false);
    asker = Asker.make();
  }

  private static Section<ProcCmdline> late(String path) {
    String words = "the process does not let its memory be read";
    return new Section.Failed<>(new SourceFailure(SourceFailure.Kind.TIMEOUT, path, 0, words));
  }
}
