package dev.plimsoll.collectors.sysfs;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// A source that hardware has to answer for, which takes its time or never does. Another thread
/// reads it, one at a time; what it found stands until it finds something newer. Belongs to one
/// thread.
public final class PatientSource<T> {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofMillis(100);

  /// More than a file of sysfs holds, which is a page.
  private static final int BUFFER = 1 << 13;

  private final String path;
  private final Function<KernelReader, Section<T>> source;
  private final Duration first;
  private Optional<FutureTask<Section<T>>> asked = Optional.empty();
  private Optional<Section<T>> last = Optional.empty();

  /// @param path what is read, for those who look at it when it does not answer
  /// @param source reads it with a reader of its own
  public PatientSource(String path, Function<KernelReader, Section<T>> source) {
    this(path, source, FIRST);
  }

  /// @param first how long the first answer is waited for
  PatientSource(String path, Function<KernelReader, Section<T>> source, Duration first) {
    this.path = path;
    this.source = source;
    this.first = first;
  }

  /// What it says. Where it has not answered in time, what it said before; and where it has not
  /// done so since it was asked before, that it does not answer.
  public Section<T> read() {
    boolean waiting = asked.isPresent();
    FutureTask<Section<T>> question = asked.orElseGet(this::ask);
    Optional<Section<T>> answer = answer(question, last.isPresent() || waiting ? LATER : first);
    if (answer.isEmpty()) {
      asked = Optional.of(question);
      return waiting ? silent() : last.orElseGet(this::silent);
    }
    asked = Optional.empty();
    last = answer;
    return answer.get();
  }

  private FutureTask<Section<T>> ask() {
    FutureTask<Section<T>> question =
        new FutureTask<>(() -> source.apply(new KernelReader(BUFFER)));
    Thread.ofPlatform().daemon().name("plimsoll-device").start(question);
    return question;
  }

  private static <T> Optional<Section<T>> answer(
      FutureTask<Section<T>> question, Duration patience) {
    try {
      return Optional.of(question.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException fault) {
      throw new IllegalStateException(fault.getCause());
    }
  }

  private Section<T> silent() {
    SourceFailure.Kind late = SourceFailure.Kind.TIMEOUT;
    return new Section.Failed<>(new SourceFailure(late, path, 0, "the device does not answer"));
  }
}
