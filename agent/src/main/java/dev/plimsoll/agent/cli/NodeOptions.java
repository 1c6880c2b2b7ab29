package dev.plimsoll.agent.cli;

import dev.plimsoll.collectors.Roots;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Where the kernel's trees are, for commands that read the node themselves: `@Mixin private
/// NodeOptions node`.
final class NodeOptions {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--path.procfs",
      paramLabel = "DIR",
      defaultValue = "${env:PLIMSOLL_PATH_PROCFS:-/proc}",
      description = "Where proc is mounted (default: /proc).")
  private String procfs;

  @Option(
      names = "--path.sysfs",
      paramLabel = "DIR",
      defaultValue = "${env:PLIMSOLL_PATH_SYSFS:-/sys}",
      description = "Where sysfs is mounted (default: /sys).")
  private String sysfs;

  @Option(
      names = "--path.rootfs",
      paramLabel = "DIR",
      defaultValue = "${env:PLIMSOLL_PATH_ROOTFS:-/}",
      description = "Where the host's root is mounted (default: /).")
  private String rootfs;

  /// The roots as asked for.
  ///
  /// @throws ParameterException where there is no proc
  Roots roots() {
    if (!Files.isDirectory(Path.of(procfs))) {
      throw new ParameterException(
          command.commandLine(), "--path.procfs: " + Printable.of(procfs) + " is not a directory");
    }
    return new Roots(procfs, sysfs, rootfs);
  }
}
