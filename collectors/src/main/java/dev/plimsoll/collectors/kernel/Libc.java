package dev.plimsoll.collectors.kernel;

import com.sun.jna.Native;

/// The C library's calls that the JDK has no twin for, or whose error number it hides. Addresses
/// and sizes are 64 bits wide: amd64 and arm64.
final class Libc {
  static final int O_RDONLY = 0;
  static final int O_CLOEXEC = 0x80000;
  static final int O_PATH = 0x20_0000;
  static final int AT_FDCWD = -100;

  private Libc() {}

  /// Binds the calls to the C library of this process, the first time: binding them again would
  /// throw away what the JVM compiled for them, and keep the memory of every binding.
  static Libc load() {
    return Bound.CALLS;
  }

  /// Bound when this is first asked for, by one thread.
  private static final class Bound {
    static final Libc CALLS = bind();

    private static Libc bind() {
      Native.register(Libc.class, "c");
      return new Libc();
    }
  }

  static native int open(byte[] path, int flags);

  static native int openat(int directory, long path, int flags);

  static native int openat(int directory, byte[] path, int flags);

  static native long lseek(int fd, long offset, int from);

  static native int setpriority(int which, int who, int priority);

  static native long syscall(long number, long first, long second, long third);

  static native int close(int fd);

  static native long pread(int fd, long buffer, long count, long offset);

  static native long getdents64(int fd, long buffer, long count);

  static native long readlink(byte[] path, long buffer, long count);

  static native long readlinkat(int directory, long path, long buffer, long count);

  static native int statvfs(byte[] path, long buffer);

  static native int ioctl(int fd, long request, long argument);

  static native int adjtimex(long timex);

  static native int statx(int directory, byte[] path, int flags, int mask, long buffer);

  static native int statx(int directory, long path, int flags, int mask, long buffer);

  /// What the last call on this thread failed with.
  Errno errno() {
    return Errno.of(Native.getLastError());
  }

  /// The path as the C library takes it: bytes that end in NUL.
  static byte[] path(String path) {
    byte[] bytes = KernelString.encode(path);
    return java.util.Arrays.copyOf(bytes, bytes.length + 1);
  }
}
