package dev.plimsoll.agent.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// `plimsoll`: says how loaded this node and each of its pods are.
@Command(
    name = "plimsoll",
    mixinStandardHelpOptions = true,
    versionProvider = PlimsollVersion.class,
    description = "Says how loaded this node and each of its pods are, and why.",
    subcommands = {RunCommand.class})
public final class PlimsollCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /// Runs one command.
  ///
  /// @return the exit status: 0 done, 1 failed, 2 a wrong flag or value
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return new CommandLine(new PlimsollCommand())
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(PlimsollCommand::refuse)
        .setExecutionExceptionHandler(PlimsollCommand::fail)
        .execute(args);
  }

  private static int refuse(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + wrong.getMessage());
    return 2;
  }

  private static int fail(Exception fault, CommandLine command, CommandLine.ParseResult args) {
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + fault.getMessage());
    return 1;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? See plimsoll --help");
  }
}
