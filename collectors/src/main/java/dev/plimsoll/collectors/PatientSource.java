package dev.plimsoll.collectors;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A source that takes its time or never answers: hardware, or a tree of many files. Another thread
/// reads it, and what it found stands, with the time that it was found at, until it finds something
/// newer. But for that it belongs to one thread.
final class PatientSource<T> {
  private final Source source;
  private final String path;
  private final SourceTimer timer;
  private final DeviceWorkers workers;
  private final Function<KernelReader, Section<T>> read;
  private volatile boolean underWay;
  private volatile @Nullable Reading<T> answer;
  private @Nullable Reading<T> silent;

  /// @param path what is read, for those who look at it when it does not answer
  /// @param read reads it, with the reader of the thread that does; never twice at a time
  PatientSource(
      Source source,
      String path,
      SourceTimer timer,
      DeviceWorkers workers,
      Function<KernelReader, Section<T>> read) {
    this.source = source;
    this.path = path;
    this.timer = timer;
    this.workers = workers;
    this.read = read;
  }

  /// Has it read, unless it is being read; that it does not answer is known then.
  void ask() {
    silent = underWay ? silent() : null;
    if (underWay) return;
    underWay = true;
    workers.ask(this::answer);
  }

  /// Whatever comes of it is an answer: a source that gave none would never be asked again.
  private void answer(KernelReader reader) {
    try {
      answer = timer.timed(source, () -> read.apply(reader));
    } catch (RuntimeException | Error fault) {
      answer = failed(SourceFailure.Kind.IO, fault.toString());
    } finally {
      underWay = false;
    }
  }

  /// The newest that it said; where it has not said anything, or nothing since it was asked before,
  /// that it does not answer.
  Reading<T> known() {
    Reading<T> late = underWay ? silent : null;
    Reading<T> last = late == null ? answer : late;
    if (last != null) return last;
    Reading<T> nothing = silent();
    silent = nothing;
    return nothing;
  }

  private Reading<T> silent() {
    return failed(SourceFailure.Kind.TIMEOUT, "the device does not answer");
  }

  private Reading<T> failed(SourceFailure.Kind kind, String text) {
    return timer.timed(source, () -> new Section.Failed<>(new SourceFailure(kind, path, 0, text)));
  }
}
