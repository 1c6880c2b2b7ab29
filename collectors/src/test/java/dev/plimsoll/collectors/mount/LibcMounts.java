package dev.plimsoll.collectors.mount;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import dev.plimsoll.collectors.kernel.KernelString;
import java.util.Arrays;

/// The calls that make mounts and odd names, which the JDK has no twin for.
final class LibcMounts {
  static final long READ_ONLY = 1;
  static final long REMOUNT = 32;
  static final long BIND = 4096;
  static final int DETACH = 2;
  static final int READ_WRITE = 2;
  static final int CLOSE_ON_EXEC = 0x80000;

  private LibcMounts() {}

  static {
    Native.register(LibcMounts.class, "c");
  }

  static native int mount(byte[] source, byte[] target, byte[] type, long flags, byte[] data)
      throws LastErrorException;

  static native int umount2(byte[] target, int flags) throws LastErrorException;

  static native int mkdir(byte[] path, int mode) throws LastErrorException;

  static native int rmdir(byte[] path) throws LastErrorException;

  static native int open(byte[] path, int flags) throws LastErrorException;

  static native int close(int fd) throws LastErrorException;

  static native long read(int fd, byte[] into, long room) throws LastErrorException;

  static native long write(int fd, byte[] from, long count) throws LastErrorException;

  static native int geteuid();

  static byte[] bytes(String name) {
    byte[] bytes = KernelString.encode(name);
    return Arrays.copyOf(bytes, bytes.length + 1);
  }
}
