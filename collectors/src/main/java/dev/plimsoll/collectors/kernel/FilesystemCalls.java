package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The calls that a file system itself has to answer, which it may never do. Unlike [KernelReader]
/// it is thread-safe: while one thread waits for one file system, others ask the rest.
public final class FilesystemCalls {
  /// More than `struct statvfs` and `struct statx` need.
  private static final int ROOM = 256;

  private static final int NO_AUTOMOUNT = 0x800;
  private static final int DONT_SYNC = 0x4000;

  private final Libc libc = Libc.load();

  /// Size and free room of the file system a path is in. Blocks for as long as that file system
  /// does not answer, which may be for ever.
  public StatVfs statVfs(String path) throws KernelFileException {
    ByteBuffer room = room();
    if (Libc.statvfs(Libc.path(path), KernelReader.addressOf(room)) != 0) throw failed(path);
    return StatVfs.from(room);
  }

  /// The mount that a path leads to. What the kernel knows without the file system is enough.
  public MountIdentity mount(String path) throws KernelFileException {
    ByteBuffer room = room();
    int flags = NO_AUTOMOUNT | DONT_SYNC;
    int mask = MountIdentity.MASK;
    byte[] name = Libc.path(path);
    int failed = Libc.statx(Libc.AT_FDCWD, name, flags, mask, KernelReader.addressOf(room));
    if (failed != 0) throw failed(path);
    return MountIdentity.from(room);
  }

  private KernelFileException failed(String path) {
    return new KernelFileException(path, libc.errno());
  }

  private static ByteBuffer room() {
    return ByteBuffer.allocateDirect(ROOM).order(ByteOrder.nativeOrder());
  }
}
