package dev.plimsoll.collectors.kernel;

/// The kernel's error numbers that mean something to a reader of its files
/// (`include/uapi/asm-generic/errno-base.h`, `errno.h`).
public enum Errno {
  EPERM(1, "Operation not permitted"),
  ENOENT(2, "No such file or directory"),
  ESRCH(3, "No such process"),
  EINTR(4, "Interrupted system call"),
  EIO(5, "Input/output error"),
  ENXIO(6, "No such device or address"),
  EAGAIN(11, "Resource temporarily unavailable"),
  EACCES(13, "Permission denied"),
  ENODEV(19, "No such device"),
  ENOTDIR(20, "Not a directory"),
  EISDIR(21, "Is a directory"),
  EINVAL(22, "Invalid argument"),
  EMFILE(24, "Too many open files"),
  EFBIG(27, "File too large"),
  ENAMETOOLONG(36, "File name too long"),
  ELOOP(40, "Too many levels of symbolic links"),
  ENODATA(61, "No data available"),
  EOPNOTSUPP(95, "Operation not supported"),
  ECONNABORTED(103, "Software caused connection abort"),
  ENOTCONN(107, "Transport endpoint is not connected"),
  ETIMEDOUT(110, "Connection timed out"),
  EHOSTDOWN(112, "Host is down"),
  EHOSTUNREACH(113, "No route to host"),
  ESTALE(116, "Stale file handle"),
  /// Any number that is not listed here.
  OTHER(-1, "Error");

  private final int number;
  private final String words;

  Errno(int number, String words) {
    this.number = number;
    this.words = words;
  }

  static Errno of(int number) {
    for (Errno errno : values()) {
      if (errno.number == number) return errno;
    }
    return OTHER;
  }

  /// The C library's words for it.
  public String words() {
    return words;
  }
}
