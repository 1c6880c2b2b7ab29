package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.OptionalLong;

/// How much a group may have of something.
public sealed interface Limit {

  /// No more than this.
  record Limited(long most) implements Limit {}

  /// As much as there is, or as the groups above allow.
  record Unlimited() implements Limit {}

  /// It could not be read, or another that it depends on; a failure tells why.
  record Unknown() implements Limit {}

  static Limit unlimited() {
    return new Unlimited();
  }

  /// cgroup v1 writes "no limit" as the largest multiple of a page that 63 bits hold.
  long NO_LIMIT = 1L << 62;

  /// A file that holds one limit: `max` or a number, `67108864`.
  static Limit parse(KernelText text) throws MalformedSourceException {
    return text.firstLine().take("max") ? unlimited() : of(text.unsigned());
  }

  /// @param value a limit as cgroup v1 has it
  static Limit of(long value) {
    return value >= NO_LIMIT ? unlimited() : new Limited(value);
  }

  /// The limit as a number, where there is one.
  default OptionalLong value() {
    return switch (this) {
      case Limited(long most) -> OptionalLong.of(most);
      case Unlimited(), Unknown() -> OptionalLong.empty();
    };
  }

  /// The tighter of the two; unknown where either is.
  default Limit and(Limit other) {
    return switch (this) {
      case Unlimited() -> other;
      case Unknown() -> this;
      case Limited(long mine) ->
          switch (other) {
            case Limited(long theirs) -> new Limited(Math.min(mine, theirs));
            case Unlimited() -> this;
            case Unknown() -> other;
          };
    };
  }
}
