package dev.plimsoll.collectors.sysfs;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One pass through a part of sysfs, which gathers what went wrong on the way: a file that should
/// have been readable and was not is a flaw, and the others count. Good for one pass.
public final class SysfsTree {
  /// A directory that is not kept open.
  static final int NOT_OPEN = -1;

  private static final int MOST_FLAWS = 100;

  private final KernelReader reader;
  private final List<SourceFailure> flaws = new ArrayList<>();

  private SysfsTree(KernelReader reader) {
    this.reader = reader;
  }

  /// Finds a value in a tree.
  @FunctionalInterface
  public interface Walk<T> {
    /// @throws KernelFileException where a directory without which there is nothing cannot be read
    T walk(SysfsTree tree) throws KernelFileException;
  }

  /// What a walk finds. A kernel that does not have its directory does not offer it, unless
  /// something else went wrong before.
  public static <T> Section<T> section(KernelReader reader, Walk<T> walk) {
    SysfsTree tree = new SysfsTree(reader);
    try {
      return new Section.Present<>(walk.walk(tree), tree.flaws);
    } catch (KernelFileException unreadable) {
      if (!tree.flaws.isEmpty()) return new Section.Failed<>(tree.flaws.getFirst());
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
  }

  /// A directory, which need not exist.
  public SysfsDirectory directory(String path) {
    return new SysfsDirectory(this, path);
  }

  KernelReader reader() {
    return reader;
  }

  /// A directory, opened; [#NOT_OPEN] where that cannot be, and its files will say why.
  int open(String path) {
    try {
      return reader.openPlace(path);
    } catch (KernelFileException _) {
      return NOT_OPEN;
    }
  }

  void close(int place) {
    if (place != NOT_OPEN) reader.close(place);
  }

  /// The value of a file; empty where the driver does not have it, and where it cannot be had,
  /// which is a flaw then.
  ///
  /// @param place the directory, opened, or [#NOT_OPEN]
  <T> Optional<T> value(int place, String directory, String file, Parser<T> parser) {
    return value(place, directory, file, parser, false);
  }

  /// The same of a file that drivers let only root read: to others it is as if it did not exist.
  <T> Optional<T> valueOfRoot(String directory, String file, Parser<T> parser) {
    return value(NOT_OPEN, directory, file, parser, true);
  }

  private KernelText record(int place, String directory, String file) throws KernelFileException {
    String path = directory + '/' + file;
    if (place == NOT_OPEN) return reader.readRecord(path);
    int fd = reader.openIn(place, file, directory);
    try {
      return reader.readRecord(fd, path);
    } finally {
      reader.close(fd);
    }
  }

  private <T> Optional<T> value(
      int place, String directory, String file, Parser<T> parser, boolean ofRoot) {
    try {
      KernelText text = record(place, directory, file);
      T value = parser.parse(text);
      text.flaws().forEach(this::flaw);
      return Optional.of(value);
    } catch (MalformedSourceException malformed) {
      flaw(malformed.failure());
    } catch (KernelFileException unreadable) {
      boolean denied = unreadable.errno() == Errno.EACCES || unreadable.errno() == Errno.EPERM;
      if (!notOffered(unreadable.errno()) && !(ofRoot && denied)) flaw(unreadable.failure());
    }
    return Optional.empty();
  }

  /// Notes that something was left out.
  private void flaw(SourceFailure failure) {
    if (flaws.size() < MOST_FLAWS) flaws.add(failure);
  }

  /// Drivers have many ways to say that a device does not have an attribute, or not now: the speed
  /// of a link that is down (EINVAL), a battery that is not there (ENODEV, ENODATA), a sensor that
  /// has not measured yet (EAGAIN) or is switched off (ENXIO).
  private static boolean notOffered(Errno errno) {
    return switch (errno) {
      case ENOENT, ENODEV, ENOTDIR, EISDIR, EINVAL, EOPNOTSUPP, ENODATA, ENXIO, EAGAIN -> true;
      case EPERM, EACCES, ESRCH, EINTR, EIO, EMFILE, EFBIG, ENAMETOOLONG, ELOOP -> false;
      case ECONNABORTED, ENOTCONN, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ESTALE, OTHER -> false;
    };
  }
}
