package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.sessions.SessionArguments;
import dev.plimsoll.agent.cli.sessions.SessionColumns;
import dev.plimsoll.agent.cli.sessions.SessionRow;
import dev.plimsoll.agent.cli.table.ListForm;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.process.ProcessFiles;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `plimsoll sessions`: who is in containers from outside, and what was left there.
@Command(
    name = "sessions",
    versionProvider = PlimsollVersion.class,
    description =
        "Shows processes that were brought into containers from outside, and what they left.",
    footer = {
      "",
      "KIND is interactive (with a terminal), probe or hook (the kubelet's), other, leftover",
      "(of a session that has ended), or detached (nobody saw of which)."
    })
final class SessionsCommand implements Callable<Integer> {
  private static final Comparator<SessionRow> IN_ORDER =
      Comparator.comparing(SessionRow::namespace)
          .thenComparing(SessionRow::pod)
          .thenComparing(SessionRow::container)
          .thenComparingLong(SessionRow::startTicks)
          .thenComparingInt(SessionRow::pid);

  private final Map<String, String> environment;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private NodeOptions node;
  @Mixin private AskedAgent agent;

  @SuppressWarnings("UnusedVariable")
  @Mixin
  private LongHelp help;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only pods of this namespace.")
  private String namespace;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, wide or json.")
  private ListForm form;

  SessionsCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    SessionArguments arguments =
        new SessionArguments(new ProcessFiles(new KernelReader(), node.roots()));
    List<SessionRow> rows =
        agent.ask(SessionRow.PATH, SessionRow::read).stream()
            .filter(row -> namespace.isEmpty() || row.namespace().equals(namespace))
            .sorted(IN_ORDER)
            .map(arguments::of)
            .toList();
    OptionalInt width = LineWidth.ofOutput(environment);
    SessionColumns columns = new SessionColumns(Clock.systemUTC().instant());
    form.print(rows, columns, width, true, spec.commandLine().getOut());
    return 0;
  }
}
