package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.mount.BlockSize;
import picocli.CommandLine.Option;

/// In what unit `df` shows sizes.
final class DfUnit extends SizeUnit {
  @Option(
      names = {"-H", "--si"},
      description = "In powers of 1000.")
  void si(boolean asked) {
    show(new BlockSize.Human(1000));
  }
}
