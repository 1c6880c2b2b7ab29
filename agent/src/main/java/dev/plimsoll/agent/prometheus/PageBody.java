package dev.plimsoll.agent.prometheus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

/// The bytes of an answer, in the pieces in which they were made: a page of a megabyte or two is
/// neither copied into one array nor does it need one.
public final class PageBody {
  private final List<Piece> pieces;
  private final int size;

  PageBody(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
    this.size = pieces.stream().mapToInt(Piece::length).sum();
  }

  /// All of it in one piece.
  public static PageBody of(byte[] bytes) {
    return new PageBody(List.of(new Piece(bytes, bytes.length)));
  }

  public int size() {
    return size;
  }

  public void writeTo(OutputStream out) throws IOException {
    for (Piece piece : pieces) piece.writeTo(out);
  }

  public String toString(Charset charset) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(size);
    try {
      writeTo(whole);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return whole.toString(charset);
  }
}
