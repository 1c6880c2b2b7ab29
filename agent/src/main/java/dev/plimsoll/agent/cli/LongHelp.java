package dev.plimsoll.agent.cli;

import picocli.CommandLine.Option;

/// `--help` and `--version` for commands to which `-h` means something else, as it does to procps
/// and coreutils: `@Mixin private LongHelp help`. The annotations do it all.
@SuppressWarnings("UnusedVariable")
final class LongHelp {
  @Option(names = "--help", usageHelp = true, description = "Shows this and exits.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version and exits.")
  private boolean version;
}
