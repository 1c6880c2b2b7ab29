package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.cli.wait.Verdict.Failed;
import dev.plimsoll.agent.cli.wait.Verdict.Waiting;
import dev.plimsoll.agent.pod.source.Backoff;
import dev.plimsoll.agent.pod.source.PodSourceException;
import dev.plimsoll.agent.pod.source.Trouble;
import java.net.HttpURLConnection;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Follows one object until it is what it is to be, or never will be, or its thread is interrupted.
final class Watcher implements Runnable {
  /// How it stands with a target.
  record Report(Target target, Verdict verdict) {}

  private final Target target;
  private final Judge judge;
  private final ObjectWatch watch;
  private final Backoff backoff;
  private final BlockingQueue<Report> reports;
  private final CountDownLatch never = new CountDownLatch(1);
  private int failures;
  private boolean isOver;

  /// @param reports where each change goes
  Watcher(Target target, ObjectWatch watch, Backoff backoff, BlockingQueue<Report> reports) {
    this.target = target;
    judge = new Judge(target);
    this.watch = watch;
    this.backoff = backoff;
    this.reports = reports;
  }

  /// Looks but once.
  Report once() {
    try {
      return new Report(target, judge.of(watch.look()));
    } catch (PodSourceException failure) {
      return new Report(target, verdict(failure));
    }
  }

  @Override
  public void run() {
    try {
      while (!isOver && !Thread.currentThread().isInterrupted()) {
        round();
        if (!isOver) isOver = never.await(backoff.next().toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() throws InterruptedException {
    try {
      if (seen(watch.look())) watch.follow(this::seen, this::answered);
      failures = 0;
    } catch (PodSourceException failure) {
      if (Thread.currentThread().isInterrupted()) return;
      failures++;
      if (failure.trouble() == Trouble.GONE) watch.forget();
      else if (!isUsual(failure) || failures > 1) tell(verdict(failure));
    }
  }

  private void answered() {
    backoff.succeeded();
    failures = 0;
  }

  private boolean seen(Collection<Seen> objects) {
    tell(judge.of(objects));
    return !isOver;
  }

  private void tell(Verdict verdict) {
    isOver =
        switch (verdict) {
          case Waiting _ -> false;
          case Verdict.Done _ -> true;
          case Failed _ -> true;
        };
    try {
      reports.put(new Report(target, verdict));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      isOver = true;
    }
  }

  /// Connections end now and then; that is worth a line only where the next one does not hold.
  private static boolean isUsual(PodSourceException failure) {
    return switch (failure.trouble()) {
      case CUT_OFF, TIMEOUT -> true;
      case UNREACHABLE, TLS, UNAUTHORIZED, FORBIDDEN, GONE, STATUS, TOO_LARGE, MALFORMED, FILE ->
          false;
    };
  }

  private Verdict verdict(PodSourceException failure) {
    if (failure.status() == HttpURLConnection.HTTP_NOT_FOUND) {
      return new Failed("is not to be seen: this API server has no " + target.kind().resource());
    }
    String question = watch.permission() + " in namespace " + target.namespace();
    return switch (failure.trouble()) {
      case FORBIDDEN -> new Failed("is not to be seen: needs the permission to " + question);
      case UNAUTHORIZED ->
          new Failed("is not to be seen: the API server does not know who asks to " + question);
      case UNREACHABLE, TLS, GONE, STATUS, TOO_LARGE, MALFORMED, FILE, CUT_OFF, TIMEOUT ->
          new Waiting("is not to be seen, trying again: " + failure.words());
    };
  }
}
