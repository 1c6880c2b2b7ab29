package dev.plimsoll.agent.cli.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// What comes from a socket, until a deadline and up to a bound.
final class PatientInput extends InputStream {
  /// A thousand pods are 3 MB.
  private static final long MOST_BYTES = 64 << 20;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Socket socket;
  private final InputStream in;
  private final long deadline;
  private long count;

  /// @param deadline by [System#nanoTime()]
  PatientInput(Socket socket, long deadline) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    long left = (deadline - System.nanoTime()) / NANOS_PER_MILLI;
    if (left <= 0) throw new IOException("it takes too long");
    socket.setSoTimeout((int) left);
    int read = in.read(bytes, from, length);
    count += Math.max(0, read);
    if (count > MOST_BYTES) throw new IOException("it answers without end");
    return read;
  }
}
