package dev.plimsoll.agent.prometheus;

import dev.plimsoll.agent.metrics.LabelText;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Labels as they stand in a line of text: `{device="sda",mode="user"}`. Names and values come
/// again and again, in a page and from page to page, so what was made of the last two thousand is
/// kept; and whole labels come several times in a row. Belongs to one thread at a time.
final class LabelBytes {
  private static final int KEPT = 1 << 11;
  private static final int RECENT = 8;

  private final @Nullable String[] texts = new String[KEPT];
  private final byte[][] escaped = new byte[KEPT][];
  private final @Nullable Labels[] recent = new Labels[RECENT];
  private final byte[][] recentBytes = new byte[RECENT][];
  private int oldest;
  private byte[] buffer = new byte[512];
  private int at;

  /// The labels with braces; nothing where there are none. The array is not to be changed.
  @SuppressWarnings("ReferenceEquality")
  byte[] of(Labels labels) {
    for (int index = 0; index < RECENT; index++) {
      if (recent[index] == labels) return recentBytes[index];
    }
    oldest = (oldest + 1) % RECENT;
    recent[oldest] = labels;
    recentBytes[oldest] = encode(labels);
    return recentBytes[oldest];
  }

  /// One value, as it stands between quotes. The array is not to be changed.
  byte[] of(String value) {
    return bytes(value);
  }

  /// Forgets whole labels: they are made anew for each page.
  void endPage() {
    Arrays.fill(recent, null);
  }

  private byte[] encode(Labels labels) {
    at = 0;
    for (int index = 0; index < labels.size(); index++) {
      append(index == 0 ? '{' : ',');
      append(bytes(labels.getPrometheusName(index)));
      append('=');
      append('"');
      append(bytes(labels.getValue(index)));
      append('"');
    }
    if (at > 0) append('}');
    return Arrays.copyOf(buffer, at);
  }

  private void append(char ascii) {
    room(1);
    buffer[at++] = (byte) ascii;
  }

  private void append(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    at += bytes.length;
  }

  private void room(int length) {
    if (buffer.length - at < length) buffer = Arrays.copyOf(buffer, (at + length) * 2);
  }

  private byte[] bytes(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & KEPT - 1;
    if (!text.equals(texts[slot])) {
      texts[slot] = text;
      escaped[slot] = escape(LabelText.of(text));
    }
    return escaped[slot];
  }

  private static byte[] escape(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length + 8);
    for (byte unit : utf8) {
      if (unit == '\\' || unit == '"' || unit == '\n') out.write('\\');
      out.write(unit == '\n' ? 'n' : unit);
    }
    return out.toByteArray();
  }
}
