package dev.plimsoll.agent.prometheus;

import java.io.IOException;
import java.io.OutputStream;

/// The first bytes of an array, as a part of a page.
final class Piece {
  private final byte[] bytes;
  private final int length;

  /// @param bytes not to be changed from here on
  /// @param length how many of them count
  Piece(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  int length() {
    return length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }
}
