package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Sections that are made of several files.
final class Sections {
  private Sections() {}

  /// One value of two. Failed where either failed, else absent where either is.
  static <A, B, R> Section<R> both(Section<A> one, Section<B> other, BiFunction<A, B, R> join) {
    return switch (one) {
      case Section.Present<A>(A value, var flaws) ->
          flawed(other.map(second -> join.apply(value, second)), flaws);
      case Section.Absent<A>(String reason) ->
          other instanceof Section.Failed<B>(SourceFailure failure)
              ? new Section.Failed<>(failure)
              : new Section.Absent<>(reason);
      case Section.Failed<A>(SourceFailure failure) -> new Section.Failed<>(failure);
    };
  }

  /// The section with what went wrong beside it.
  static <T> Section<T> flawed(Section<T> section, Collection<SourceFailure> more) {
    if (more.isEmpty() || !(section instanceof Section.Present<T>(T value, var flaws))) {
      return section;
    }
    List<SourceFailure> all = Stream.concat(flaws.stream(), more.stream()).distinct().toList();
    return new Section.Present<>(value, all);
  }

  /// The tighter of two limits, of which an absent one is none. Failed where either failed.
  static Section<Limit> least(Section<Limit> one, Section<Limit> other) {
    return both(orUnlimited(one), orUnlimited(other), Limit::and);
  }

  /// The limit, and none where the kernel has no such file.
  static Section<Limit> orUnlimited(Section<Limit> limit) {
    return limit instanceof Section.Absent<Limit>
        ? new Section.Present<>(Limit.unlimited())
        : limit;
  }

  /// The limit itself: none where the kernel has no such file, unknown where that failed.
  static Limit limit(Section<Limit> section) {
    return switch (section) {
      case Section.Present<Limit>(Limit limit, _) -> limit;
      case Section.Absent<Limit> _ -> Limit.unlimited();
      case Section.Failed<Limit> _ -> new Limit.Unknown();
    };
  }
}
