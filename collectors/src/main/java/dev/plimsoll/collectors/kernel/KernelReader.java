package dev.plimsoll.collectors.kernel;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads kernel files with as few system calls as can be, and says exactly why one could not be
/// read. Not thread-safe: each thread that reads has its own.
public final class KernelReader {
  private static final int FIRST_SIZE = 1 << 16;

  /// A bound against a file that never ends. The text is held twice, once in the heap, and the heap
  /// of the agent is small: a longer file must be an error of its own, not the end of the heap. The
  /// longest files there are, `smaps` and `mountinfo`, tell of some 10,000 mappings and mounts.
  private static final int LARGEST = 1 << 23;

  private static final int DIRECTORY = 4;
  private static final byte[] NO_PATH = {0};

  private final Libc libc = Libc.load();
  private final KernelText text = new KernelText();
  private ByteBuffer buffer;

  /// Where the buffer is, kept because asking makes garbage.
  private long address;

  private byte[] bytes;

  /// A reader for files of any size.
  public KernelReader() {
    this(FIRST_SIZE);
  }

  /// @param size of the buffer to begin with, in bytes
  public KernelReader(int size) {
    buffer = direct(size);
    address = addressOf(buffer);
    bytes = new byte[size];
  }

  /// Turns the text of one file into its value.
  @FunctionalInterface
  public interface Parser<T> {
    T parse(KernelText text) throws MalformedSourceException;
  }

  /// Whether every kernel has the file.
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  /// Reads and parses a file.
  public <T> Section<T> section(String path, Need need, Parser<T> parser) {
    return section(this::read, path, need, parser);
  }

  /// The same of a file that gives all it has at once, as [#readRecord(String)].
  public <T> Section<T> recordSection(String path, Need need, Parser<T> parser) {
    return section(this::readRecord, path, need, parser);
  }

  @FunctionalInterface
  private interface Way {
    KernelText read(String path) throws KernelFileException;
  }

  private static <T> Section<T> section(Way way, String path, Need need, Parser<T> parser) {
    try {
      KernelText read = way.read(path);
      T value = parser.parse(read);
      return new Section.Present<>(value, read.flaws());
    } catch (MalformedSourceException malformed) {
      return new Section.Failed<>(malformed.failure());
    } catch (KernelFileException unreadable) {
      return unreadable(unreadable, need);
    }
  }

  /// What a file that cannot be read means. That a kernel does not offer something it says by
  /// ENOENT, and by EOPNOTSUPP where it was switched off at boot (PSI).
  public static <T> Section<T> unreadable(KernelFileException cause, Need need) {
    boolean notOffered = cause.vanished() || cause.errno() == Errno.EOPNOTSUPP;
    if (need == Need.OPTIONAL && notOffered) {
      return new Section.Absent<>(cause.path() + ": " + cause.errno().words());
    }
    return new Section.Failed<>(cause.failure());
  }

  /// The whole file. The text is good until this reader reads again.
  public KernelText read(String path) throws KernelFileException {
    int fd = open(path);
    try {
      return read(fd, path);
    } finally {
      Libc.close(fd);
    }
  }

  /// The first record of a file that gives all it has at once (`/proc/<pid>/stat` and its like):
  /// one system call fewer than [#read(String)].
  public KernelText readRecord(String path) throws KernelFileException {
    int fd = open(path);
    try {
      return readRecord(fd, path);
    } finally {
      Libc.close(fd);
    }
  }

  /// Opens a file for [#read(int,String)]; whoever opens it closes it.
  public int open(String path) throws KernelFileException {
    int fd = Libc.open(Libc.path(path), Libc.O_RDONLY | Libc.O_CLOEXEC);
    if (fd < 0) throw new KernelFileException(path, libc.errno());
    return fd;
  }

  /// Opens a directory for [#openIn]; whoever opens it closes it. It needs no right to list it.
  public int openPlace(String path) throws KernelFileException {
    int fd = Libc.open(Libc.path(path), Libc.O_PATH | Libc.O_CLOEXEC);
    if (fd < 0) throw new KernelFileException(path, libc.errno());
    return fd;
  }

  /// Opens a file of a directory that is open; whoever opens it closes it.
  ///
  /// @param path the directory's, to say what could not be opened
  public int openIn(int directory, String name, String path) throws KernelFileException {
    int fd = Libc.openat(directory, Libc.path(name), Libc.O_RDONLY | Libc.O_CLOEXEC);
    if (fd < 0) throw new KernelFileException(path + '/' + name, libc.errno());
    return fd;
  }

  /// Opens a file of a process; whoever opens it closes it.
  ///
  /// @param directory `/proc`, opened
  public int openAt(int directory, PidPath path) throws KernelFileException {
    int fd = Libc.openat(directory, path.address(), Libc.O_RDONLY | Libc.O_CLOEXEC);
    if (fd < 0) throw new KernelFileException(path.toString(), libc.errno());
    return fd;
  }

  /// As [#readRecord(String)], of a file of a process.
  public KernelText recordAt(int directory, PidPath path) throws KernelFileException {
    int fd = openAt(directory, path);
    try {
      return readRecord(fd, path);
    } finally {
      Libc.close(fd);
    }
  }

  /// At most the first `limit` bytes of a file of a process.
  public KernelText startAt(int directory, PidPath path, int limit) throws KernelFileException {
    int fd = openAt(directory, path);
    try {
      return text(path, pread(fd, path, 0, Math.min(limit, buffer.capacity())));
    } finally {
      Libc.close(fd);
    }
  }

  /// Where a symbolic link of a process points.
  public String linkAt(int directory, PidPath path) throws KernelFileException {
    long count = Libc.readlinkat(directory, path.address(), address, buffer.capacity());
    if (count < 0) throw new KernelFileException(path.toString(), libc.errno());
    buffer.get(0, bytes, 0, (int) count);
    return KernelString.decode(bytes, 0, (int) count);
  }

  /// The size that the kernel gives for a file or directory of a process.
  public long sizeAt(int directory, PidPath path) throws KernelFileException {
    int failed =
        Libc.statx(directory, path.address(), FileStatus.NO_FOLLOW, FileStatus.SIZE, address);
    if (failed != 0) throw new KernelFileException(path.toString(), libc.errno());
    return buffer.getLong(FileStatus.SIZE_OFFSET);
  }

  public void close(int fd) {
    Libc.close(fd);
  }

  /// The whole of a file that is open, from its start.
  public KernelText read(int fd, Object path) throws KernelFileException {
    int length = 0;
    int count;
    do {
      if (length == buffer.capacity()) grow(path);
      count = pread(fd, path, length);
      length += count;
    } while (count > 0);
    return text(path, length);
  }

  /// As [#readRecord(String)], of a file that is open.
  public KernelText readRecord(int fd, Object path) throws KernelFileException {
    int count = pread(fd, path, 0);
    return count < buffer.capacity() ? text(path, count) : read(fd, path);
  }

  private int pread(int fd, Object path, int offset) throws KernelFileException {
    return pread(fd, path, offset, buffer.capacity() - offset);
  }

  private int pread(int fd, Object path, int offset, int room) throws KernelFileException {
    while (true) {
      long count = Libc.pread(fd, address + offset, room, offset);
      if (count >= 0) return (int) count;
      if (libc.errno() != Errno.EINTR) {
        throw new KernelFileException(path.toString(), libc.errno());
      }
    }
  }

  private void grow(Object path) throws KernelFileException {
    if (buffer.capacity() >= LARGEST) throw new KernelFileException(path.toString(), Errno.EFBIG);
    ByteBuffer larger = direct(buffer.capacity() * 2);
    larger.put(buffer.clear()).clear();
    buffer = larger;
    address = addressOf(larger);
    bytes = new byte[larger.capacity()];
  }

  private KernelText text(Object path, int length) {
    buffer.get(0, bytes, 0, length);
    text.reset(path, bytes, length);
    return text;
  }

  /// Is told each entry of a directory, but not `.` and `..`.
  @FunctionalInterface
  public interface EntryVisitor {
    /// @param name holds the name's bytes from `offset`; good during the call only
    void entry(byte[] name, int offset, int length, boolean directory);
  }

  /// Tells every entry of a directory, in the kernel's order.
  public void list(String path, EntryVisitor visitor) throws KernelFileException {
    int fd = open(path);
    try {
      list(fd, path, visitor);
    } finally {
      Libc.close(fd);
    }
  }

  /// Tells every entry of a directory that is open and has not been listed since.
  public void list(int fd, String path, EntryVisitor visitor) throws KernelFileException {
    for (int count; (count = entries(fd, path)) > 0; ) visit(count, visitor);
  }

  /// How many entries a directory has that is open and has not been listed since, counted until
  /// there are `most`.
  public long count(int fd, String path, long most) throws KernelFileException {
    long[] seen = {0};
    for (int count; seen[0] < most && (count = entries(fd, path)) > 0; ) {
      visit(count, (_, _, _, _) -> seen[0]++);
    }
    return Math.min(seen[0], most);
  }

  private int entries(int fd, String path) throws KernelFileException {
    long count = Libc.getdents64(fd, address, buffer.capacity());
    if (count < 0) throw new KernelFileException(path, libc.errno());
    return (int) count;
  }

  /// `struct linux_dirent64`: inode 8, offset 8, record length 2, type 1, name until NUL.
  private void visit(int count, EntryVisitor visitor) {
    buffer.get(0, bytes, 0, count);
    for (int at = 0; at < count; at += buffer.getShort(at + 16) & 0xFFFF) {
      int name = at + 19;
      int end = name;
      while (bytes[end] != 0) end++;
      if (isDots(name, end - name)) continue;
      visitor.entry(bytes, name, end - name, bytes[at + 18] == DIRECTORY);
    }
  }

  private boolean isDots(int name, int length) {
    return bytes[name] == '.' && (length == 1 || (length == 2 && bytes[name + 1] == '.'));
  }

  /// The names in a directory, sorted by nobody.
  public List<String> names(String path) throws KernelFileException {
    List<String> names = new ArrayList<>();
    list(path, (name, at, length, _) -> names.add(KernelString.decode(name, at, length)));
    return names;
  }

  /// The names of the directories in a directory.
  public List<String> directories(String path) throws KernelFileException {
    List<String> names = new ArrayList<>();
    list(
        path,
        (name, at, length, directory) -> {
          if (directory) names.add(KernelString.decode(name, at, length));
        });
    return names;
  }

  /// Where a symbolic link points.
  public String readLink(String path) throws KernelFileException {
    long count = Libc.readlink(Libc.path(path), address, buffer.capacity());
    if (count < 0) throw new KernelFileException(path, libc.errno());
    buffer.get(0, bytes, 0, (int) count);
    return KernelString.decode(bytes, 0, (int) count);
  }

  /// Kind, owner and size of a file, without following a last link.
  public FileStatus status(String path) throws KernelFileException {
    return status(Libc.AT_FDCWD, Libc.path(path), FileStatus.NO_FOLLOW, path);
  }

  /// The same of what a link leads to.
  public FileStatus target(String path) throws KernelFileException {
    return status(Libc.AT_FDCWD, Libc.path(path), 0, path);
  }

  /// The same of a file or directory that is open.
  public FileStatus status(int fd, String path) throws KernelFileException {
    return status(fd, NO_PATH, FileStatus.EMPTY_PATH, path);
  }

  private FileStatus status(int from, byte[] file, int flags, String path)
      throws KernelFileException {
    int failed = Libc.statx(from, file, flags, FileStatus.BASIC, address);
    if (failed != 0) throw new KernelFileException(path, libc.errno());
    return FileStatus.from(buffer);
  }

  /// The state of the clock of the machine, whatever is below the roots.
  public ClockState clockState() throws KernelFileException {
    for (int offset = 0; offset < ClockState.SIZE; offset += Long.BYTES) buffer.putLong(offset, 0);
    int state = Libc.adjtimex(address);
    if (state < 0) throw new KernelFileException("adjtimex(2)", libc.errno());
    return ClockState.from(state, buffer);
  }

  /// The size of the terminal behind a file descriptor; empty where that is no terminal.
  public Optional<TerminalSize> terminalSize(int fd) {
    if (Libc.ioctl(fd, TerminalSize.REQUEST, address) != 0) return Optional.empty();
    return Optional.of(TerminalSize.from(buffer));
  }

  private static ByteBuffer direct(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
  }

  static long addressOf(ByteBuffer buffer) {
    return com.sun.jna.Pointer.nativeValue(Native.getDirectBufferPointer(buffer));
  }
}
