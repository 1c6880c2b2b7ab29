package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.StatVfs;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// What one mount is asked, pass after pass: at most one call is under way at a time.
final class SizeQuestion {
  private static final String SILENT = "the file system does not answer";

  private final SizeCall.Target target;
  private final SizeCall call;
  private @Nullable Semaphore awaited;
  private @Nullable Answer answer;
  private long since;

  /// @param gone whether the mount was not there any more
  private record Answer(Section<StatVfs> size, boolean gone) {}

  SizeQuestion(SizeCall.Target target, SizeCall call) {
    this.target = target;
    this.call = call;
  }

  Mount mount() {
    return target.mount();
  }

  /// Notes that the call is to be made.
  ///
  /// @param done is released once when it came back
  /// @return whether it may be made: none is under way
  synchronized boolean begin(Semaphore done, long now) {
    if (awaited != null) return false;
    awaited = done;
    since = now;
    return true;
  }

  /// Whether an earlier call came back.
  synchronized boolean hasAnswered() {
    return answer != null;
  }

  /// Makes the call. Whatever comes of it is an answer: a mount that got none would never be asked
  /// again.
  void make() {
    Answer made = ask();
    Semaphore done;
    synchronized (this) {
      answer = made;
      done = awaited;
      awaited = null;
    }
    if (done != null) done.release();
  }

  private Answer ask() {
    try {
      return new Answer(new Section.Present<>(call.ask(target)), false);
    } catch (KernelFileException unreadable) {
      return new Answer(new Section.Failed<>(unreadable.failure()), unreadable.vanished());
    } catch (RuntimeException | Error fault) {
      return new Answer(
          new Section.Failed<>(failure(SourceFailure.Kind.IO, fault.toString())), false);
    }
  }

  /// What is known now: the last answer, unless a call has been under way for so long that it no
  /// longer stands.
  ///
  /// @return empty where the mount is gone
  synchronized Optional<Section<StatVfs>> known(long now, long patience) {
    boolean stands = answer != null && (awaited == null || now - since < patience);
    if (answer == null || !stands)
      return Optional.of(new Section.Failed<>(failure(SourceFailure.Kind.TIMEOUT, SILENT)));
    return answer.gone() ? Optional.empty() : Optional.of(answer.size());
  }

  private SourceFailure failure(SourceFailure.Kind kind, String text) {
    return new SourceFailure(kind, target.path(), 0, text);
  }
}
