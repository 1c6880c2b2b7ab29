package dev.plimsoll.collectors.kernel;

/// What the kernel lets someone use of something.
public sealed interface Limit {

  /// At most so much, in the unit of what is limited.
  record Of(long value) implements Limit {}

  /// As much as there is.
  record Unlimited() implements Limit {}
}
