package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file of one group, read again and again: kept open where that pays, and no longer asked for
/// once the kernel has said that it does not offer it, until [#askAgain()]. Belongs to one thread.
final class GroupFile implements AutoCloseable {
  private static final int CLOSED = -1;

  private final KernelReader reader;
  private final Optional<DescriptorBudget> budget;
  private final GroupDirectory directory;
  private final String name;
  private final Optional<String> never;
  private Optional<String> absent;
  private int fd = CLOSED;

  private GroupFile(
      KernelReader reader,
      Optional<DescriptorBudget> budget,
      GroupDirectory directory,
      String name,
      Optional<String> never) {
    this.reader = reader;
    this.budget = budget;
    this.directory = directory;
    this.name = name;
    this.never = never;
    this.absent = never;
  }

  /// A file that is opened for each read.
  static GroupFile opened(KernelReader reader, GroupDirectory directory, String name) {
    return new GroupFile(reader, Optional.empty(), directory, name, Optional.empty());
  }

  /// A file that stays open, as long as the budget has a descriptor for it.
  static GroupFile kept(
      KernelReader reader, DescriptorBudget budget, GroupDirectory directory, String name) {
    return new GroupFile(reader, Optional.of(budget), directory, name, Optional.empty());
  }

  /// A file that cannot be there.
  static GroupFile absent(KernelReader reader, String reason) {
    GroupDirectory nowhere = new GroupDirectory(reader, "");
    return new GroupFile(reader, Optional.empty(), nowhere, "", Optional.of(reason));
  }

  /// Whether it is open, can become so and stay so, or is not there to be opened.
  boolean mayStayOpen() {
    return fd != CLOSED || absent.isPresent() || budget.filter(DescriptorBudget::has).isPresent();
  }

  /// Asks for the file at the next reading even where the kernel did not offer it before.
  void askAgain() {
    absent = never;
  }

  /// @throws CgroupEndedException where the group is gone
  <T> Section<T> read(Parser<T> parser) throws CgroupEndedException {
    if (absent.isPresent()) return new Section.Absent<>(absent.get());
    try {
      KernelText text = text();
      T value = parser.parse(text);
      return new Section.Present<>(value, text.flaws());
    } catch (MalformedSourceException malformed) {
      return new Section.Failed<>(malformed.failure());
    } catch (KernelFileException unreadable) {
      return unreadable(unreadable);
    }
  }

  /// Reads the file, and parses it unless its first line is a name with this very number: so that
  /// no more of it is looked at when nothing happened.
  ///
  /// @return null where the first line is that
  <T> @Nullable Section<T> readUnless(String name, long number, Parser<T> parser)
      throws CgroupEndedException {
    if (absent.isPresent()) return new Section.Absent<>(absent.get());
    try {
      KernelText text = text();
      if (begins(text, name, number)) return null;
      text.rewind();
      return new Section.Present<>(parser.parse(text), text.flaws());
    } catch (MalformedSourceException malformed) {
      return new Section.Failed<>(malformed.failure());
    } catch (KernelFileException unreadable) {
      return unreadable(unreadable);
    }
  }

  private static boolean begins(KernelText text, String name, long number) {
    try {
      return text.nextLine() && text.take(name) && text.unsigned() == number;
    } catch (MalformedSourceException _) {
      return false;
    }
  }

  private KernelText text() throws KernelFileException {
    if (fd == CLOSED && budget.isPresent() && budget.get().take()) {
      try {
        fd = directory.open(name);
      } finally {
        if (fd == CLOSED) budget.get().giveBack();
      }
    }
    return fd == CLOSED ? textOnce() : reader.readRecord(fd, this);
  }

  private KernelText textOnce() throws KernelFileException {
    int once = directory.open(name);
    try {
      return reader.readRecord(once, this);
    } finally {
      reader.close(once);
    }
  }

  /// The path, put together only for a complaint.
  @Override
  public String toString() {
    return directory.path() + '/' + name;
  }

  /// A read from an open file says ENODEV when its group is gone. ENOENT may also mean that the
  /// kernel does not offer the file.
  private <T> Section<T> unreadable(KernelFileException cause) throws CgroupEndedException {
    if (cause.errno() == Errno.ENODEV || (cause.vanished() && gone())) {
      throw new CgroupEndedException(directory.path());
    }
    Section<T> section = KernelReader.unreadable(cause, Need.OPTIONAL);
    if (section instanceof Section.Absent<T>(String reason)) absent = Optional.of(reason);
    return section;
  }

  private boolean gone() {
    try {
      return reader.status(directory.path()).links() == 0;
    } catch (KernelFileException status) {
      return status.vanished();
    }
  }

  @Override
  public void close() {
    if (fd == CLOSED) return;
    reader.close(fd);
    fd = CLOSED;
    budget.ifPresent(DescriptorBudget::giveBack);
  }
}
