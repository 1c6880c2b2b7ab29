package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A file of named values below `/proc/spl/kstat/zfs`, for example `hits 4 8772612`: the name, the
/// kind of its value, the value (OpenZFS, `module/os/linux/spl/spl-kstat.c`).
///
/// @param numbers those of 64 bits, which all counters are, in the module's order
/// @param words those that are text
record Kstat(SequencedMap<String, Long> numbers, SequencedMap<String, String> words) {
  private static final String INT64 = "3";
  private static final String UINT64 = "4";
  private static final String STRING = "7";

  Kstat {
    numbers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(numbers));
    words = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(words));
  }

  static Kstat parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    if (!text.nextLine() || !isHead(text)) throw text.malformed("no head 'name type data'");
    SequencedMap<String, Long> numbers = new LinkedHashMap<>();
    SequencedMap<String, String> words = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        line(text, numbers, words);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return new Kstat(numbers, words);
  }

  private static boolean isHead(KernelText line) {
    return line.take("name") && line.take("type") && line.take("data");
  }

  private static void line(KernelText line, Map<String, Long> numbers, Map<String, String> words)
      throws MalformedSourceException {
    String name = line.word();
    switch (line.word()) {
      case INT64 -> numbers.put(name, line.signed());
      case UINT64 -> numbers.put(name, line.unsigned());
      case STRING -> words.put(name, line.rest());
      default -> {}
    }
  }
}
