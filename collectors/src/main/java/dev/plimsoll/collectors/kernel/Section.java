package dev.plimsoll.collectors.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one source had to say, or why it had nothing to say.
public sealed interface Section<T> {

  /// The source was read.
  ///
  /// @param flaws lines of it that did not parse and were left out; nearly always empty
  record Present<T>(T value, List<SourceFailure> flaws) implements Section<T> {
    public Present {
      flaws = List.copyOf(flaws);
    }

    public Present(T value) {
      this(value, List.of());
    }

    /// As records have it, written out: the agent compares what it read with what it read before,
    /// and its compiler makes many calls of theirs.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Present<?> present
          && value.equals(present.value)
          && flaws.equals(present.flaws);
    }

    @Override
    public int hashCode() {
      return 31 * value.hashCode() + flaws.hashCode();
    }

    @Override
    public Optional<T> present() {
      return Optional.of(value);
    }

    @Override
    public List<SourceFailure> failures() {
      return flaws;
    }

    @Override
    public <R> Section<R> map(Function<? super T, ? extends R> function) {
      return new Present<>(function.apply(value), flaws);
    }
  }

  /// The kernel does not offer the source here, which is no fault.
  ///
  /// @param reason why, for a person: `/proc/pressure/cpu does not exist`
  record Absent<T>(String reason) implements Section<T> {
    @Override
    public Optional<T> present() {
      return Optional.empty();
    }

    @Override
    public List<SourceFailure> failures() {
      return List.of();
    }

    @Override
    public <R> Section<R> map(Function<? super T, ? extends R> function) {
      return new Absent<>(reason);
    }
  }

  /// The source should have been readable and was not.
  record Failed<T>(SourceFailure failure) implements Section<T> {
    @Override
    public Optional<T> present() {
      return Optional.empty();
    }

    @Override
    public List<SourceFailure> failures() {
      return List.of(failure);
    }

    @Override
    public <R> Section<R> map(Function<? super T, ? extends R> function) {
      return new Failed<>(failure);
    }
  }

  /// The value where there is one. For views that show nothing otherwise; whoever must tell absent
  /// from failed switches on the section.
  Optional<T> present();

  /// Everything that went wrong in reading the source.
  List<SourceFailure> failures();

  /// The same section of something made from the value.
  <R> Section<R> map(Function<? super T, ? extends R> function);
}
