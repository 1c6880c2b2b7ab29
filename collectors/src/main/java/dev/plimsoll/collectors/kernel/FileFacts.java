package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;

/// What one `statx(2)` tells of a file: what it is, and in which mount.
public record FileFacts(FileStatus status, MountIdentity mount) {
  private static final int TYPE = 0xF000;
  private static final int DIRECTORY = 0x4000;

  static FileFacts from(ByteBuffer statx) {
    return new FileFacts(FileStatus.from(statx), MountIdentity.from(statx));
  }

  public boolean isDirectory() {
    return (status.mode() & TYPE) == DIRECTORY;
  }

  /// Whether both are names of one file.
  public boolean isSameFile(FileFacts other) {
    return status.inode() == other.status.inode()
        && mount.major() == other.mount.major()
        && mount.minor() == other.mount.minor();
  }

  /// Whether both are in one mount, as far as the kernel tells: before Linux 5.8 a bind mount of
  /// the same device is not told apart.
  public boolean isSameMount(FileFacts other) {
    return mount.equals(other.mount);
  }
}
