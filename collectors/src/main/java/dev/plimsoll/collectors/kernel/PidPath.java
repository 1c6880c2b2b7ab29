package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The name `<pid>/<file>` of a file below `/proc`, written in place into memory that the kernel
/// reads it from: naming thousands of files makes no garbage.
public final class PidPath {
  private static final int MOST_DIGITS = 10;

  private final String root;
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(64);
  private final long address = KernelReader.addressOf(bytes);
  private int begin;
  private int end;

  /// @param root where `/proc` is mounted, for the words of failures
  public PidPath(String root) {
    this.root = root;
  }

  /// A file's name as [#file(int,byte\[\])] wants it: with a slash before and NUL after it.
  public static byte[] name(String file) {
    return ('/' + file + '\0').getBytes(StandardCharsets.US_ASCII);
  }

  /// From now on this names that file of that process.
  public PidPath file(int pid, byte[] name) {
    begin = MOST_DIGITS;
    int rest = pid;
    do {
      bytes.put(--begin, (byte) ('0' + rest % 10));
      rest /= 10;
    } while (rest > 0);
    bytes.put(MOST_DIGITS, name);
    end = MOST_DIGITS + name.length - 1;
    return this;
  }

  long address() {
    return address + begin;
  }

  /// The whole path.
  @Override
  public String toString() {
    byte[] name = new byte[end - begin];
    bytes.get(begin, name);
    return root + '/' + new String(name, StandardCharsets.US_ASCII);
  }
}
