package dev.plimsoll.collectors.kernel;

/// A kernel file could not be opened or read. It carries no stack trace: vanished processes make it
/// ordinary.
public final class KernelFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final Errno errno;

  public KernelFileException(String path, Errno errno) {
    super(path + ": " + errno.words(), null, false, false);
    this.path = path;
    this.errno = errno;
  }

  public Errno errno() {
    return errno;
  }

  public String path() {
    return path;
  }

  /// Whether the thing that the file described has ended: a process or a cgroup that is gone.
  public boolean vanished() {
    return switch (errno) {
      case ENOENT, ESRCH, ENODEV -> true;
      case EPERM, EINTR, EIO, EAGAIN, EACCES, ENOTDIR, EISDIR, EINVAL, EMFILE, ELOOP -> false;
      case EFBIG, ENAMETOOLONG, EOPNOTSUPP, ENOTCONN, EHOSTDOWN, EHOSTUNREACH -> false;
      case ENXIO, ENODATA, ECONNABORTED, ETIMEDOUT, ESTALE, OTHER -> false;
    };
  }

  /// The failure as it is counted and shown.
  public SourceFailure failure() {
    SourceFailure.Kind kind =
        switch (errno) {
          case EPERM, EACCES -> SourceFailure.Kind.DENIED;
          case ENOENT, ESRCH, ENODEV, ENOTDIR -> SourceFailure.Kind.MISSING;
          case EINTR, EIO, EAGAIN, EISDIR, EINVAL, EMFILE, ELOOP -> SourceFailure.Kind.IO;
          case EFBIG, ENAMETOOLONG, EOPNOTSUPP, ENOTCONN, ESTALE, OTHER -> SourceFailure.Kind.IO;
          case ECONNABORTED, EHOSTDOWN, EHOSTUNREACH, ENXIO, ENODATA -> SourceFailure.Kind.IO;
          case ETIMEDOUT -> SourceFailure.Kind.TIMEOUT;
        };
    return new SourceFailure(kind, path, 0, errno.words());
  }
}
