package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.kernel.StatVfs;
import java.util.Optional;

/// How full a file system is, as util-linux has it: what root alone may use counts as free.
public final class UsedShare {
  private UsedShare() {}

  /// A ratio from 0 to 1; empty for a file system without a size.
  public static Optional<Double> of(StatVfs size) {
    if (size.blocks() == 0) return Optional.empty();
    return Optional.of((double) (size.blocks() - size.free()) / size.blocks());
  }
}
