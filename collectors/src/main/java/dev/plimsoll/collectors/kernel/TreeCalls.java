package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The calls that walk a tree of files. Each names a file by one step from an open directory, in
/// the kernel's own bytes: names need not be text, paths may be longer than the kernel takes, and a
/// directory that is moved meanwhile leads nowhere else. A symbolic link is never followed, nothing
/// is mounted by looking at it. Not thread-safe: each thread that walks has its own.
public final class TreeCalls {
  /// Where paths of users begin: the working directory.
  public static final int WORKING_DIRECTORY = Libc.AT_FDCWD;

  /// What [#entries] returns where a directory has no more.
  public static final long END = -1;

  private static final int LISTING_BYTES = 1 << 15;
  private static final int STATX_BYTES = 256;
  private static final int NO_AUTOMOUNT = 0x800;
  private static final int DIRECTORY_ONLY = 0x10000;
  private static final int NO_FOLLOW = 0x20000;
  private static final int ARM_DIRECTORY_ONLY = 0x4000;
  private static final int ARM_NO_FOLLOW = 0x8000;
  private static final int DIRECTORY = 4;
  private static final byte[] ITSELF = {0};
  private static final byte[] PARENT = {'.', '.', 0};

  private final Libc libc = Libc.load();
  private final ByteBuffer listing = room(LISTING_BYTES);
  private final ByteBuffer statx = room(STATX_BYTES);
  private final byte[] entries = new byte[LISTING_BYTES];
  private final int openFlags = Libc.O_RDONLY | Libc.O_CLOEXEC | directoryFlags();

  /// Is told each entry of a directory, but not `.` and `..`.
  @FunctionalInterface
  public interface EntryVisitor {
    /// @param name ends in NUL, and is the visitor's to keep
    /// @param directory whether it is known to be one; where not, it may be anything
    void entry(byte[] name, boolean directory);
  }

  /// The flags of `open(2)` that differ between architectures.
  private static int directoryFlags() {
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    return arm ? ARM_DIRECTORY_ONLY | ARM_NO_FOLLOW : DIRECTORY_ONLY | NO_FOLLOW;
  }

  private static ByteBuffer room(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
  }

  /// A name as the calls take it: bytes that end in NUL.
  public static byte[] name(String name) {
    return Libc.path(name);
  }

  /// What a file is.
  public FileFacts at(int directory, byte[] name) throws KernelFileException {
    return facts(directory, name, FileStatus.NO_FOLLOW | NO_AUTOMOUNT);
  }

  /// What an open directory is.
  public FileFacts of(int fd) throws KernelFileException {
    return facts(fd, ITSELF, FileStatus.EMPTY_PATH);
  }

  private FileFacts facts(int directory, byte[] name, int flags) throws KernelFileException {
    long address = KernelReader.addressOf(statx);
    if (Libc.statx(directory, name, flags, MountIdentity.MASK, address) != 0) throw failed(name);
    return FileFacts.from(statx);
  }

  /// Opens a directory; whoever opens it closes it.
  public int open(int directory, byte[] name) throws KernelFileException {
    int fd = Libc.openat(directory, name, openFlags);
    if (fd < 0) throw failed(name);
    return fd;
  }

  /// Opens the directory above an open one.
  public int openParent(int fd) throws KernelFileException {
    return open(fd, PARENT);
  }

  /// Tells the next entries of an open directory.
  ///
  /// @param most bytes of their list, up to 32 KiB
  /// @return where the rest begins, for [#seek]; [#END] where there is none
  public long entries(int fd, int most, EntryVisitor visitor) throws KernelFileException {
    int count =
        (int) Libc.getdents64(fd, KernelReader.addressOf(listing), Math.min(most, LISTING_BYTES));
    if (count < 0) throw failed(ITSELF);
    listing.get(0, entries, 0, count);
    long rest = END;
    for (int at = 0; at < count; at += listing.getShort(at + 16) & 0xFFFF) {
      rest = listing.getLong(at + 8);
      byte[] name = nameAt(at + 19);
      if (!isDots(name)) visitor.entry(name, entries[at + 18] == DIRECTORY);
    }
    return count == 0 ? END : rest;
  }

  private byte[] nameAt(int start) {
    int end = start;
    while (entries[end] != 0) end++;
    return Arrays.copyOfRange(entries, start, end + 1);
  }

  private static boolean isDots(byte[] name) {
    return name[0] == '.' && (name[1] == 0 || (name[1] == '.' && name[2] == 0));
  }

  /// Lets [#entries] go on at a place it returned.
  public void seek(int fd, long place) throws KernelFileException {
    if (Libc.lseek(fd, place, 0) < 0) throw failed(ITSELF);
  }

  public void close(int fd) {
    Libc.close(fd);
  }

  private KernelFileException failed(byte[] name) {
    return new KernelFileException(KernelString.decode(name, 0, name.length - 1), libc.errno());
  }
}
