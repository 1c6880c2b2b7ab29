package dev.plimsoll.collectors.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// A file whose lines are a name and numbers whose meaning follows from their place, such as `rw
/// 9103 1402`. Which lines there are, and how long they are, depends on the kernel.
///
/// @param lines by name, in the kernel's order
public record NumberLines(SequencedMap<String, List<Long>> lines) {
  public NumberLines {
    lines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lines));
  }

  /// Parses such a file.
  public static NumberLines parse(KernelText text) throws MalformedSourceException {
    return parse(text, Map.of());
  }

  /// Parses such a file.
  ///
  /// @param starts how many numbers begin a line of that name, where what follows them is something
  ///   else that is passed over
  public static NumberLines parse(KernelText text, Map<String, Integer> starts)
      throws MalformedSourceException {
    SequencedMap<String, List<Long>> lines = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        String name = text.word();
        lines.put(name, numbers(text, starts.getOrDefault(name, Integer.MAX_VALUE)));
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    if (lines.isEmpty()) throw text.malformed("no line of numbers");
    return new NumberLines(lines);
  }

  private static List<Long> numbers(KernelText line, int most) throws MalformedSourceException {
    List<Long> numbers = new ArrayList<>();
    while (numbers.size() < most && line.hasField()) numbers.add(line.unsigned());
    return List.copyOf(numbers);
  }

  /// One number; empty where this kernel does not have it.
  ///
  /// @param place in the line, from 0
  public OptionalLong value(String line, int place) {
    List<Long> numbers = lines.getOrDefault(line, List.of());
    return place < numbers.size() ? OptionalLong.of(numbers.get(place)) : OptionalLong.empty();
  }
}
