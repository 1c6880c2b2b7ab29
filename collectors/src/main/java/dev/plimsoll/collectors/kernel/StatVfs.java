package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;

/// `statvfs(3)`: what a file system says of its size, in its own blocks.
///
/// @param blockSize bytes in a block (`f_frsize`)
/// @param free blocks that nobody uses
/// @param available blocks that a user without privileges may still use
/// @param files inodes in all; 0 where the file system makes them as needed
public record StatVfs(
    long blockSize,
    long blocks,
    long free,
    long available,
    long files,
    long filesFree,
    boolean readOnly) {
  private static final long ST_RDONLY = 1;

  /// `struct statvfs` of 64-bit Linux: eleven words, `f_bsize` first.
  static StatVfs from(ByteBuffer words) {
    return new StatVfs(
        words.getLong(8),
        words.getLong(16),
        words.getLong(24),
        words.getLong(32),
        words.getLong(40),
        words.getLong(48),
        (words.getLong(72) & ST_RDONLY) != 0);
  }

  public long sizeBytes() {
    return blocks * blockSize;
  }

  public long freeBytes() {
    return free * blockSize;
  }

  public long availableBytes() {
    return available * blockSize;
  }

  /// What is used, as `df` has it: all that is not free, reserved blocks not counted.
  public long usedBytes() {
    return (blocks - free) * blockSize;
  }
}
