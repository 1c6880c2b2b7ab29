package dev.plimsoll.agent.pod;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of an answer, none of which is longer than a bound: who sends one without an end is left.
final class TextLines {
  private static final int LONGEST = 1 << 16;

  private final InputStream in;
  private final byte[] chunk = new byte[1 << 14];
  private byte[] line = new byte[512];
  private int at;
  private int end;

  TextLines(InputStream in) {
    this.in = in;
  }

  /// The next line without its end; null behind the last.
  ///
  /// @throws IOException where the stream fails or the line is too long
  @Nullable String next() throws IOException {
    int length = 0;
    while (fill()) {
      int stop = at;
      while (stop < end && chunk[stop] != '\n') stop++;
      append(length, stop - at);
      length += stop - at;
      at = stop + 1;
      if (stop < end) return text(length);
    }
    return length == 0 ? null : text(length);
  }

  /// Makes sure that there is a byte; false at the end.
  private boolean fill() throws IOException {
    if (at < end) return true;
    at = 0;
    end = Math.max(0, in.read(chunk, 0, chunk.length));
    return end > 0;
  }

  private void append(int length, int more) throws IOException {
    if (length + more > LONGEST) throw new NotPodsException("a line is too long");
    if (length + more > line.length) line = Arrays.copyOf(line, 2 * (length + more));
    System.arraycopy(chunk, at, line, length, more);
  }

  private String text(int length) {
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }
}
