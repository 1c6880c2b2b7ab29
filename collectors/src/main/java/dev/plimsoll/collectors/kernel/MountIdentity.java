package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/// Which mount a file is in, from `statx(2)`.
///
/// @param id the number it has in `mountinfo`; empty before Linux 5.8
/// @param major of the file's device
/// @param minor of the same
public record MountIdentity(OptionalLong id, int major, int minor) {
  private static final int MNT_ID = 0x1000;
  static final int MASK = MNT_ID | FileStatus.BASIC;

  static MountIdentity from(ByteBuffer statx) {
    boolean known = (statx.getInt(0) & MNT_ID) != 0;
    OptionalLong id = known ? OptionalLong.of(statx.getLong(144)) : OptionalLong.empty();
    return new MountIdentity(id, statx.getInt(136), statx.getInt(140));
  }
}
