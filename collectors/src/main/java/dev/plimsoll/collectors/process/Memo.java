package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;

/// What a file of a process said last, and the fingerprint of its text: a text that has not changed
/// is not parsed again, and its value stays the same object.
final class Memo<T> {
  private long fingerprint;
  private Section<T> section = new Section.Absent<>("not read");

  Section<T> section() {
    return section;
  }

  boolean present() {
    return section instanceof Section.Present<T>;
  }

  /// @return whether the text differs from the last one
  boolean update(KernelText text, Parser<T> parser, PassLog log) {
    long now = text.fingerprint();
    if (now == fingerprint && present()) return false;
    fingerprint = now;
    return set(parse(text, parser, log));
  }

  private static <T> Section<T> parse(KernelText text, Parser<T> parser, PassLog log) {
    try {
      return new Section.Present<>(parser.parse(text));
    } catch (MalformedSourceException malformed) {
      log.flaw(malformed.failure());
      return new Section.Failed<>(malformed.failure());
    }
  }

  boolean says(long number) {
    return section instanceof Section.Present<T>(Long last, _) && last == number;
  }

  /// @return whether that is news
  boolean set(Section<T> now) {
    if (section.equals(now)) return false;
    section = now;
    return true;
  }
}
