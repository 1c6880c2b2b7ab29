package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.mount.BlockSize;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// In what unit a command shows sizes: of several flags the last one holds.
abstract sealed class SizeUnit permits DfUnit, UsageUnit {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec command;

  private BlockSize size = BlockSize.usual();

  @Option(
      names = {"-h", "--human-readable"},
      description = "In powers of 1024: 79G.")
  final void human(boolean asked) {
    size = new BlockSize.Human(1024);
  }

  @Option(names = "-k", description = "In blocks of 1024 bytes, as without any option.")
  final void kibi(boolean asked) {
    size = BlockSize.usual();
  }

  @Option(names = "-m", description = "In blocks of 1048576 bytes.")
  final void mebi(boolean asked) {
    size = new BlockSize.Blocks(1 << 20, "");
  }

  @Option(
      names = {"-B", "--block-size"},
      paramLabel = "SIZE",
      description = "In blocks of SIZE: 1, 1M, GB.")
  final void blocks(String asked) {
    size =
        BlockSize.parse(asked)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(), "-B: '" + asked + "' is not a size"));
  }

  final void show(BlockSize unit) {
    size = unit;
  }

  final BlockSize size() {
    return size;
  }
}
