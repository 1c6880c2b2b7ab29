package dev.plimsoll.agent.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// `plimsoll`: says how loaded this node and each of its pods are.
@Command(
    name = "plimsoll",
    mixinStandardHelpOptions = true,
    versionProvider = PlimsollVersion.class,
    description = "Says how loaded this node and each of its pods are, and why.",
    subcommands = {DfCommand.class, DuCommand.class, FreeCommand.class})
public final class PlimsollCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /// Runs one command.
  ///
  /// @param environment the variables that may set what flags may
  /// @return the exit status: 0 done, 1 failed, 2 a wrong flag or value
  public static int run(
      String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
    PrintWriter output = new PrintWriter(out, true, StandardCharsets.UTF_8);
    PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
    if (args.length > 0 && args[0].equals("ps")) {
      return new PsCommand(environment).run(List.of(args).subList(1, args.length), output, errors);
    }
    return commandLine(environment, err)
        .setOut(output)
        .setErr(errors)
        .setParameterExceptionHandler(PlimsollCommand::refuse)
        .setExecutionExceptionHandler(PlimsollCommand::fail)
        .execute(args);
  }

  /// With every subcommand.
  ///
  /// @param err where the agent's log goes
  static CommandLine commandLine(Map<String, String> environment, PrintStream err) {
    return new CommandLine(new PlimsollCommand())
        .addSubcommand(RunCommand.commandLine(environment, err))
        .addSubcommand(new PsCommand(environment))
        .addSubcommand(new TopCommand(environment))
        .addSubcommand(new ContainersCommand(environment))
        .addSubcommand(new PodsCommand(environment, Clock.systemUTC()))
        .addSubcommand(new ProbesCommand(environment, Clock.systemUTC()))
        .addSubcommand(new FindmntCommand(environment))
        .addSubcommand(new LsblkCommand(environment))
        .addSubcommand(new PmapCommand(environment))
        .addSubcommand(new SessionsCommand(environment))
        .addSubcommand(new WhyCommand(environment))
        .addSubcommand(new WaitCommand(environment))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false);
  }

  private static int refuse(ParameterException wrong, String[] args) {
    complain(wrong.getCommandLine(), wrong.getMessage());
    return CommandLine.ExitCode.USAGE;
  }

  /// What the system refused is told in one line; anything else is a fault of ours, and logged so
  /// that it can be found.
  private static int fail(Exception fault, CommandLine command, CommandLine.ParseResult args) {
    if (fault instanceof IOException) {
      complain(command, fault.getMessage());
    } else {
      complain(command, "failed by a fault of its own: " + fault);
      LoggerFactory.getLogger(PlimsollCommand.class).error("a command failed", fault);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static void complain(CommandLine command, @Nullable String message) {
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(Printable.of(name + ": " + message));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? See plimsoll --help");
  }
}
