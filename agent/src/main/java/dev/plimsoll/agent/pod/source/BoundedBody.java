package dev.plimsoll.agent.pod.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// An answer, up to so many bytes and until so late: whoever sends more, or drop by drop, is left.
final class BoundedBody extends FilterInputStream {
  private final long most;
  private final long deadline;
  private long count;

  /// @param deadline by [System#nanoTime()]
  BoundedBody(InputStream in, long most, long deadline) {
    super(in);
    this.most = most;
    this.deadline = deadline;
  }

  /// The bytes that were read.
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (System.nanoTime() - deadline > 0) {
      throw new PodSourceException(Trouble.TIMEOUT, "the answer took too long");
    }
    int read = super.read(bytes, from, length);
    if (read > 0) count += read;
    if (count > most) {
      throw new PodSourceException(
          Trouble.TOO_LARGE, "the answer is larger than " + most + " bytes");
    }
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    throw new IOException("not asked for");
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
