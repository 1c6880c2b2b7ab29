package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.cli.cluster.ClusterAccess;
import dev.plimsoll.agent.cli.wait.Outcome.End;
import dev.plimsoll.agent.cli.wait.Verdict.Done;
import dev.plimsoll.agent.cli.wait.Verdict.Failed;
import dev.plimsoll.agent.cli.wait.Verdict.Waiting;
import dev.plimsoll.agent.cli.wait.Watcher.Report;
import dev.plimsoll.agent.pod.source.Backoff;
import dev.plimsoll.agent.pod.source.Client;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Waits until all of several objects are what they are to be. One that never will be ends it.
public final class Wait {
  private static final int MOST_REPORTS = 1000;

  private final ClusterAccess access;
  private final Duration firstPause;
  private final Duration longestPause;
  private final WaitLines lines;
  private final Map<Target, Verdict> verdicts = new LinkedHashMap<>();
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>(MOST_REPORTS);

  /// @param firstPause after the first failure, at most; each further one may be twice as long
  /// @param longestPause the bound of that
  /// @param err where each change is told, a line each
  public Wait(ClusterAccess access, Duration firstPause, Duration longestPause, PrintWriter err) {
    this.access = access;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
    lines = new WaitLines(err);
  }

  public Outcome run(Collection<Target> targets, Patience patience) throws InterruptedException {
    for (Target target : targets) verdicts.put(target, new Waiting("is not yet seen"));
    End end = patience.isNone() ? once() : follow(patience.nanos());
    if (end == End.TIMED_OUT) tellWhatIsMissing(patience);
    return new Outcome(end, verdicts);
  }

  private End once() {
    for (Target target : List.copyOf(verdicts.keySet())) take(watcher(target).once());
    return end().orElse(End.TIMED_OUT);
  }

  private End follow(long nanos) throws InterruptedException {
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    try {
      for (Target target : verdicts.keySet()) {
        threads.add(Thread.ofVirtual().name(target.label()).start(watcher(target)));
      }
      for (Optional<End> end = end(); ; end = end()) {
        if (end.isPresent()) return end.get();
        long left = nanos - (System.nanoTime() - begin);
        Report report = reports.poll(left, TimeUnit.NANOSECONDS);
        if (report == null) return End.TIMED_OUT;
        take(report);
      }
    } finally {
      threads.forEach(Thread::interrupt);
    }
  }

  /// With chance of its own: it is not made for several threads.
  private Watcher watcher(Target target) {
    RandomGenerator random = RandomGenerator.getDefault();
    Client client = new Client(access.server(), access.credentials());
    ObjectWatch watch = new ObjectWatch(target, client, access.server().timeout(), random);
    return new Watcher(target, watch, new Backoff(firstPause, longestPause, random), reports);
  }

  private void take(Report report) {
    verdicts.put(report.target(), report.verdict());
    lines.tell(report.target(), report.verdict());
  }

  /// Empty while there is something to wait for.
  private Optional<End> end() {
    boolean isWaiting = false;
    for (Verdict verdict : verdicts.values()) {
      switch (verdict) {
        case Done _ -> {}
        case Failed _ -> {
          return Optional.of(End.FAILED);
        }
        case Waiting _ -> isWaiting = true;
      }
    }
    return isWaiting ? Optional.empty() : Optional.of(End.DONE);
  }

  private void tellWhatIsMissing(Patience patience) {
    String after = patience.isNone() ? "not so now: " : "timed out: ";
    verdicts.forEach(
        (target, verdict) -> {
          if (verdict instanceof Waiting(String note)) {
            lines.print(after + target.label() + ' ' + note);
          }
        });
  }
}
