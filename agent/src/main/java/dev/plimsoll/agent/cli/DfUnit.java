package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.mount.BlockSize;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// In what unit `df` shows sizes: of several flags the last one holds.
final class DfUnit {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec command;

  private BlockSize size = BlockSize.usual();

  @Option(
      names = {"-h", "--human-readable"},
      description = "In powers of 1024: 79G.")
  void human(boolean asked) {
    size = new BlockSize.Human(1024);
  }

  @Option(
      names = {"-H", "--si"},
      description = "In powers of 1000.")
  void si(boolean asked) {
    size = new BlockSize.Human(1000);
  }

  @Option(names = "-k", description = "In blocks of 1024 bytes, as without any option.")
  void kibi(boolean asked) {
    size = BlockSize.usual();
  }

  @Option(names = "-m", description = "In blocks of 1048576 bytes.")
  void mebi(boolean asked) {
    size = new BlockSize.Blocks(1 << 20, "");
  }

  @Option(
      names = {"-B", "--block-size"},
      paramLabel = "SIZE",
      description = "In blocks of SIZE: 1, 1M, GB.")
  void blocks(String asked) {
    size =
        BlockSize.parse(asked)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(), "-B: '" + asked + "' is not a size"));
  }

  BlockSize size() {
    return size;
  }
}
