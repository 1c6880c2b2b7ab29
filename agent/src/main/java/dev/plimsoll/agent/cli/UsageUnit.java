package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.mount.BlockSize;
import picocli.CommandLine.Option;

/// Which sizes `du` shows and in what unit.
final class UsageUnit extends SizeUnit {
  @Option(
      names = {"-A", "--apparent-size"},
      description = "What files claim to hold, instead of what is allocated for them.")
  private boolean apparent;

  @Option(
      names = {"-b", "--bytes"},
      description = "What files claim to hold, in bytes.")
  void bytes(boolean asked) {
    show(new BlockSize.Blocks(1, ""));
    apparent = true;
  }

  @Option(names = "--si", description = "In powers of 1000.")
  void si(boolean asked) {
    show(new BlockSize.Human(1000));
  }

  boolean isApparent() {
    return apparent;
  }
}
