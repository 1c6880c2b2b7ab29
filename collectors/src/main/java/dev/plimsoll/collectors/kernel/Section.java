package dev.plimsoll.collectors.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
  }

  /// The kernel does not offer the source here, which is no fault.
  ///
  /// @param reason why, for a person: `/proc/pressure/cpu does not exist`
  record Absent<T>(String reason) implements Section<T> {}

  /// The source should have been readable and was not.
  record Failed<T>(SourceFailure failure) implements Section<T> {}

  /// The value where there is one. For views that show nothing otherwise; whoever must tell absent
  /// from failed switches on the section.
  default Optional<T> present() {
    return switch (this) {
      case Present<T>(T value, List<SourceFailure> _) -> Optional.of(value);
      case Absent<T> _, Failed<T> _ -> Optional.empty();
    };
  }

  /// Everything that went wrong in reading the source.
  default List<SourceFailure> failures() {
    return switch (this) {
      case Present<T>(T _, List<SourceFailure> flaws) -> flaws;
      case Absent<T> _ -> List.of();
      case Failed<T>(SourceFailure failure) -> List.of(failure);
    };
  }

  /// The same section of something made from the value.
  default <R> Section<R> map(Function<? super T, ? extends R> function) {
    return switch (this) {
      case Present<T>(T value, List<SourceFailure> flaws) ->
          new Present<>(function.apply(value), flaws);
      case Absent<T>(String reason) -> new Absent<>(reason);
      case Failed<T>(SourceFailure failure) -> new Failed<>(failure);
    };
  }
}
