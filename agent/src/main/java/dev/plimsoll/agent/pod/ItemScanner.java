package dev.plimsoll.agent.pod;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a list in JSON into its items, `{"kind":"PodList",…,"items":[{…},{…}]}`, by nothing but its
/// brackets and quotes: an item's text is handed on whole, for others to read or to know again.
final class ItemScanner {
  /// Takes the text of an item.
  @FunctionalInterface
  interface Items {
    /// @param bytes whose first ones are the text; not to be kept
    void item(byte[] bytes, int length) throws IOException;
  }

  private static final int LONGEST_ITEM = 4 << 20;
  private static final int LONGEST_FRAME = 1 << 16;
  private static final byte[] KEY = {'"', 'i', 't', 'e', 'm', 's', '"', ':'};
  private static final int LIST = 2;

  private final InputStream in;
  private final Items items;
  private final byte[] chunk = new byte[1 << 14];
  private final Part item = new Part(LONGEST_ITEM);
  private final Part frame = new Part(LONGEST_FRAME);

  /// How many brackets are open.
  private int depth;

  private boolean inString;
  private boolean isEscaped;
  private boolean isDone;

  /// Whether the list of items is open.
  private boolean inItems;

  /// Whether one of them is.
  private boolean inItem;

  /// From where on the chunk is not yet copied.
  private int from;

  ItemScanner(InputStream in, Items items) {
    this.in = in;
    this.items = items;
  }

  /// @return what is around the items: the list without them
  /// @throws IOException where the stream fails, or ends before the list does
  byte[] scan() throws IOException {
    int end;
    do {
      end = in.read(chunk, 0, chunk.length);
      if (end < 0) throw new NotPodsException("the JSON ends in the middle");
    } while (!scan(end));
    return frame.copy();
  }

  /// @return whether the list has ended
  private boolean scan(int end) throws IOException {
    from = 0;
    int at = 0;
    while (at < end && !isDone) at = inString ? string(at, end) : brackets(at, end);
    if (!isDone) keep(end);
    return isDone;
  }

  /// Nearly all of a list is in strings: the shorter this is, the better.
  ///
  /// @return where the string ends
  private int string(int begin, int end) {
    int at = isEscaped ? begin + 1 : begin;
    isEscaped = false;
    for (; at < end; at++) {
      byte unit = chunk[at];
      if (unit == '"') {
        inString = false;
        return at + 1;
      }
      if (unit == '\\' && ++at == end) isEscaped = true;
    }
    return end;
  }

  /// @return where a string begins, or the list has ended
  private int brackets(int begin, int end) throws IOException {
    for (int at = begin; at < end; at++) {
      byte unit = chunk[at];
      if (unit == '"') {
        inString = true;
        return at + 1;
      }
      switch (unit) {
        case '{', '[' -> open(at, unit);
        case '}', ']' -> close(at);
        default -> {
          if (depth == 0 && unit > ' ') throw new NotPodsException("not a list of pods");
        }
      }
      if (isDone) return at + 1;
    }
    return end;
  }

  private void open(int at, byte unit) throws IOException {
    if (depth == 0 && unit != '{') throw new NotPodsException("not a list of pods");
    if (inItems && depth == LIST) {
      from = at;
      inItem = true;
    } else if (depth == 1 && unit == '[') {
      keep(at);
      boolean areItems = frame.endsWith(KEY);
      keep(at + 1);
      inItems = areItems;
    }
    depth++;
  }

  private void close(int at) throws IOException {
    depth--;
    if (inItem && depth == LIST) {
      keep(at + 1);
      inItem = false;
      items.item(item.bytes, item.length);
      item.length = 0;
    } else if (inItems && depth == 1) {
      inItems = false;
      from = at;
    } else if (depth <= 0) {
      keep(at + 1);
      isDone = true;
    }
  }

  private void keep(int until) throws IOException {
    if (inItem) item.add(chunk, from, until);
    else if (!inItems) frame.add(chunk, from, until);
    from = until;
  }

  /// Bytes up to a bound.
  private static final class Part {
    private final int most;
    private byte[] bytes = new byte[1 << 10];
    private int length;

    Part(int most) {
      this.most = most;
    }

    void add(byte[] source, int from, int until) throws IOException {
      int more = until - from;
      if (length + more > most) throw new NotPodsException("a part of the list is too long");
      if (length + more > bytes.length) bytes = Arrays.copyOf(bytes, 2 * (length + more));
      System.arraycopy(source, from, bytes, length, more);
      length += more;
    }

    /// Whether these are the last bytes but for spaces.
    boolean endsWith(byte[] end) {
      int stop = length;
      while (stop > 0 && bytes[stop - 1] <= ' ') stop--;
      return stop >= end.length
          && Arrays.equals(bytes, stop - end.length, stop, end, 0, end.length);
    }

    byte[] copy() {
      return Arrays.copyOf(bytes, length);
    }
  }
}
