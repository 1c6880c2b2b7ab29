package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.kernel.StatVfs;

/// What there is in a file system, or in several.
///
/// @param available to users without privileges
/// @param files that it can hold
record Space(long bytes, long used, long available, long files, long filesUsed, long filesFree) {
  static final Space NONE = new Space(0, 0, 0, 0, 0, 0);

  static Space of(StatVfs size) {
    return new Space(
        size.sizeBytes(),
        size.usedBytes(),
        size.availableBytes(),
        size.files(),
        size.files() - size.filesFree(),
        size.filesFree());
  }

  Space plus(Space other) {
    return new Space(
        bytes + other.bytes,
        used + other.used,
        available + other.available,
        files + other.files,
        filesUsed + other.filesUsed,
        filesFree + other.filesFree);
  }
}
