package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;

/// `statx(2)`: what a file is, whose, and how large.
///
/// @param mode type and permissions, as in `st_mode`
/// @param links names that the file has left
/// @param size bytes; of `/proc/<pid>/fd` the number of open descriptors (Linux 6.2 and later)
/// @param blocks 512-byte blocks that it takes
/// @param modifiedNanos when its content last changed, in nanoseconds since 1970
public record FileStatus(
    int mode,
    long links,
    long uid,
    long gid,
    long inode,
    long size,
    long blocks,
    long modifiedNanos) {
  private static final int TYPE = 0170000;
  private static final int REGULAR = 0100000;

  static final int NO_FOLLOW = 0x100;
  static final int EMPTY_PATH = 0x1000;
  static final int BASIC = 0x7FF;
  static final int SIZE = 0x200;
  static final int SIZE_OFFSET = 40;

  /// `struct statx`, the same on every architecture.
  static FileStatus from(ByteBuffer statx) {
    return new FileStatus(
        statx.getShort(28) & 0xFFFF,
        Integer.toUnsignedLong(statx.getInt(16)),
        Integer.toUnsignedLong(statx.getInt(20)),
        Integer.toUnsignedLong(statx.getInt(24)),
        statx.getLong(32),
        statx.getLong(SIZE_OFFSET),
        statx.getLong(48),
        statx.getLong(112) * 1_000_000_000L + statx.getInt(120));
  }

  /// Whether it is a plain file, not a directory, a pipe or a device.
  public boolean isFile() {
    return (mode & TYPE) == REGULAR;
  }
}
