package dev.plimsoll.agent.prometheus;

import java.util.ArrayList;
import java.util.List;

/// Bytes that become more and are never copied: each array is larger than the one before, up to a
/// bound.
final class Pieces {
  private static final int FIRST = 512;
  private static final int LARGEST = 1 << 14;

  private final List<Piece> full = new ArrayList<>(2);
  private byte[] bytes = {};
  private int at;
  private int next = FIRST;

  void write(byte[] source, int length) {
    room(length);
    System.arraycopy(source, 0, bytes, at, length);
    at += length;
  }

  void write(byte[] source) {
    write(source, source.length);
  }

  void write(char ascii) {
    room(1);
    bytes[at++] = (byte) ascii;
  }

  /// The number as Java writes it, `1.0` and `1.5E9`.
  void write(double value) {
    int whole = (int) value;
    if (whole != value || whole < 0 || whole >= 10_000_000 || 1 / value < 0) {
      writeAscii(Double.toString(value));
      return;
    }
    room(12);
    int end = at + digits(whole);
    int rest = whole;
    for (int index = end - 1; index >= at; index--, rest /= 10) {
      bytes[index] = (byte) ('0' + rest % 10);
    }
    bytes[end] = '.';
    bytes[end + 1] = '0';
    at = end + 2;
  }

  private static int digits(int number) {
    int digits = 1;
    for (int rest = number; rest >= 10; rest /= 10) digits++;
    return digits;
  }

  private void writeAscii(String text) {
    room(text.length());
    for (int index = 0; index < text.length(); index++) bytes[at++] = (byte) text.charAt(index);
  }

  private void room(int length) {
    if (bytes.length - at >= length) return;
    if (at > 0) full.add(new Piece(bytes, at));
    bytes = new byte[Math.max(length, next)];
    next = Math.min(LARGEST, next * 2);
    at = 0;
  }

  /// Adds what there is to a page.
  void appendTo(List<Piece> page) {
    page.addAll(full);
    if (at > 0) page.add(new Piece(bytes, at));
  }
}
