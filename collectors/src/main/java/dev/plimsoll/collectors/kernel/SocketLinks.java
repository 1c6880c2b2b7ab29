package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Counts the sockets among the links of `/proc/<pid>/fd`: those that lead to `socket:[<inode>]`
/// (`sockfs_dname` in `net/socket.c`). Names go from one system call to the next as the kernel
/// wrote them, so that counting makes no garbage. Not thread-safe.
public final class SocketLinks {
  private static final int ROOM = 1 << 15;
  private static final byte[] SOCKET = "socket:[".getBytes(StandardCharsets.US_ASCII);
  private static final int NAME = 19;

  private final Libc libc = Libc.load();
  private final ByteBuffer entries = ByteBuffer.allocateDirect(ROOM).order(ByteOrder.nativeOrder());
  private final ByteBuffer target = ByteBuffer.allocateDirect(SOCKET.length);
  private final ByteBuffer socket = ByteBuffer.wrap(SOCKET);
  private final long from = KernelReader.addressOf(entries);
  private final long to = KernelReader.addressOf(target);
  private long read;

  /// How many links were read since this was made.
  public long read() {
    return read;
  }

  /// How many sockets there are. A descriptor that is closed meanwhile is none.
  ///
  /// @param fd the directory, open and not listed since
  /// @param path the directory's, for the words of failures
  /// @param most links that are read
  /// @throws KernelFileException also with `EFBIG` where there are more links
  public long count(int fd, Object path, int most) throws KernelFileException {
    long before = read;
    long sockets = 0;
    for (int filled; (filled = fill(fd, path)) > 0; ) {
      for (int at = 0; at < filled; at += entries.getShort(at + 16) & 0xFFFF) {
        if (entries.get(at + NAME) == '.') continue;
        if (read - before >= most) throw new KernelFileException(path.toString(), Errno.EFBIG);
        if (leadsToSocket(fd, at + NAME, path)) sockets++;
      }
    }
    return sockets;
  }

  private int fill(int fd, Object path) throws KernelFileException {
    long count = Libc.getdents64(fd, from, ROOM);
    if (count < 0) throw new KernelFileException(path.toString(), libc.errno());
    return (int) count;
  }

  private boolean leadsToSocket(int fd, int name, Object path) throws KernelFileException {
    read++;
    long count = Libc.readlinkat(fd, from + name, to, SOCKET.length);
    if (count >= 0) return count == SOCKET.length && target.equals(socket);
    KernelFileException unreadable = new KernelFileException(path.toString(), libc.errno());
    if (unreadable.vanished()) return false;
    throw unreadable;
  }
}
