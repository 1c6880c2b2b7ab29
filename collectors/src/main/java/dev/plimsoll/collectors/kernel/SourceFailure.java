package dev.plimsoll.collectors.kernel;

import java.util.Locale;

/// One thing that went wrong with a source, with all that is needed to look at it by hand.
///
/// @param kind what sort of failure, for counting
/// @param path the file, as it was opened
/// @param line the line in it, from 1; 0 where the failure is not in a line
/// @param text the offending text or the kernel's own words; may come from outside, escape it
public record SourceFailure(Kind kind, String path, int line, String text) {

  /// The classes by which failures are counted and logged once each.
  public enum Kind {
    /// EACCES or EPERM: a capability or a mount is missing.
    DENIED,
    /// The text is not what the kernel documents.
    MALFORMED,
    /// It is missing though every kernel has it.
    MISSING,
    /// It did not answer within its deadline.
    TIMEOUT,
    /// Any other answer of the kernel.
    IO;

    /// The name as a label value.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The failure in one sentence, for a person.
  public String describe() {
    return line > 0 ? path + " line " + line + ": " + text : path + ": " + text;
  }
}
