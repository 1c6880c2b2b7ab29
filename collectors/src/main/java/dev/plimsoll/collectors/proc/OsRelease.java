package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// `/etc/os-release`, for example `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"`: assignments as a
/// shell reads them, without expansion (the manual page os-release(5)).
///
/// @param values by name, in the order of the file
public record OsRelease(SequencedMap<String, String> values) {
  public OsRelease {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// Reads the file, or the distributor's own where the administrator's is not there. Absent where
  /// the root has neither, as an image made from nothing.
  public static Section<OsRelease> read(KernelReader reader, Roots roots) {
    Section<OsRelease> own = read(reader, roots.root("etc/os-release"));
    return switch (own) {
      case Section.Present<OsRelease> _, Section.Failed<OsRelease> _ -> own;
      case Section.Absent<OsRelease> _ -> read(reader, roots.root("usr/lib/os-release"));
    };
  }

  private static Section<OsRelease> read(KernelReader reader, String path) {
    return reader.section(path, Need.OPTIONAL, OsRelease::parse);
  }

  static OsRelease parse(KernelText text) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        if (text.hasField() && text.peek() != '#') values.put(text.until('='), value(text));
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return new OsRelease(values);
  }

  /// The value behind `=`: bare, or in single or double quotes.
  private static String value(KernelText line) throws MalformedSourceException {
    String raw = line.rest().strip();
    char quote = raw.isEmpty() ? ' ' : raw.charAt(0);
    if (quote != '"' && quote != '\'') return unescape(raw);
    if (raw.length() < 2 || raw.charAt(raw.length() - 1) != quote) {
      throw line.malformed("a quote that does not end");
    }
    String inner = raw.substring(1, raw.length() - 1);
    return quote == '"' ? unescape(inner) : inner;
  }

  /// A backslash makes the character behind it plain.
  private static String unescape(String escaped) {
    if (escaped.indexOf('\\') < 0) return escaped;
    StringBuilder plain = new StringBuilder(escaped.length());
    for (int at = 0; at < escaped.length(); at++) {
      boolean escape = escaped.charAt(at) == '\\' && at + 1 < escaped.length();
      plain.append(escaped.charAt(escape ? ++at : at));
    }
    return plain.toString();
  }

  /// A value; empty where it is not given.
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
