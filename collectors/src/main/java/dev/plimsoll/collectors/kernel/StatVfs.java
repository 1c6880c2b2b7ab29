package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;

/// `statvfs(3)`: what a file system says of its size, in its own blocks. A server of FUSE or NFS
/// may say anything: what reads as negative counts as 0, and sizes beyond 63 bits as the largest.
///
/// @param blockSize bytes in a block (`f_frsize`)
/// @param free blocks that nobody uses
/// @param available blocks that a user without privileges may still use; some file systems let
///   `f_bavail` go below 0 when root has used the reserve
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

  public StatVfs {
    blockSize = Math.max(0, blockSize);
    blocks = Math.max(0, blocks);
    free = Math.max(0, free);
    available = Math.max(0, available);
    files = Math.max(0, files);
    filesFree = Math.max(0, filesFree);
  }

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
    return bytes(blocks);
  }

  public long freeBytes() {
    return bytes(free);
  }

  public long availableBytes() {
    return bytes(available);
  }

  /// What is used, as `df` has it: all that is not free, reserved blocks not counted.
  public long usedBytes() {
    return bytes(Math.max(0, blocks - free));
  }

  private long bytes(long count) {
    boolean fits = count == 0 || blockSize <= Long.MAX_VALUE / count;
    return fits ? count * blockSize : Long.MAX_VALUE;
  }
}
