package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The flat keyed files of control groups: a name and a number in each line
/// (`Documentation/admin-guide/cgroup-v2.rst`, "Format"). Names that nobody asked for are passed
/// over.
final class KeyedNumbers {
  private final List<String> keys;
  private final KernelText text;
  private final long[] values;
  private final BitSet found = new BitSet();
  private final Map<String, MalformedSourceException> malformed = new HashMap<>(0);

  private KeyedNumbers(List<String> keys, KernelText text) {
    this.keys = keys;
    this.text = text;
    this.values = new long[keys.size()];
  }

  /// @param keys the names wanted, each with a blank at its end, best in the file's order
  static KeyedNumbers parse(KernelText text, List<String> keys) {
    KeyedNumbers numbers = new KeyedNumbers(keys, text);
    int next = 0;
    while (text.nextLine()) next = numbers.line(next);
    return numbers;
  }

  /// Looks for the line's name where the last one was found and onwards: the kernel's order is
  /// ours.
  private int line(int first) {
    for (int step = 0; step < values.length; step++) {
      int index = (first + step) % values.length;
      if (!text.take(keys.get(index))) continue;
      take(index);
      return index + 1;
    }
    return first;
  }

  private void take(int index) {
    try {
      values[index] = text.unsigned();
      found.set(index);
    } catch (MalformedSourceException line) {
      malformed.put(keys.get(index), line);
      text.flaw(line);
    }
  }

  OptionalLong get(String key) {
    int index = keys.indexOf(key);
    return found.get(index) ? OptionalLong.of(values[index]) : OptionalLong.empty();
  }

  /// A number that every kernel has.
  long require(String key) throws MalformedSourceException {
    OptionalLong value = get(key);
    MalformedSourceException line = malformed.get(key);
    if (line != null) throw line;
    if (value.isEmpty()) throw text.malformed("no line \"" + key.strip() + "\" with a number");
    return value.getAsLong();
  }
}
