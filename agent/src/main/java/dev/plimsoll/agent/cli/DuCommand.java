package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.usage.UsageForm;
import dev.plimsoll.agent.cli.usage.UsageProgram;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `plimsoll du`: what trees of files take, as GNU's `du` says it, read when the machine has
/// nothing else to do, and whose pod's they are.
@Command(
    name = "du",
    versionProvider = PlimsollVersion.class,
    description = "Shows what directories take, and the pods that own them.")
final class DuCommand implements Callable<Integer> {
  private static final int STANDARD_ERROR = 2;

  /// The form of an answer.
  enum Form {
    TEXT,
    JSON
  }

  @CommandLine.Spec private CommandSpec command;
  @Mixin private NodeOptions node;
  @Mixin private AgentOption agent;

  @SuppressWarnings("UnusedVariable")
  @Mixin
  private LongHelp help;

  @Mixin private UsageUnit unit;

  @Option(
      names = {"-s", "--summarize"},
      description = "One line for each FILE.")
  private boolean summarize;

  @Option(
      names = {"-d", "--max-depth"},
      paramLabel = "N",
      description = "Lines for directories at most N levels below each FILE.")
  private @Nullable Integer depth;

  @Option(
      names = {"-a", "--all"},
      description = "Lines for files too, and not only for directories.")
  private boolean all;

  @Option(
      names = {"-c", "--total"},
      description = "Also what all take together.")
  private boolean total;

  @Option(
      names = {"-x", "--one-file-system"},
      description = "Leave out other mounts, bind mounts too.")
  private boolean oneMount;

  @Option(
      names = {"-l", "--count-links"},
      description = "Count a file with several names for each of them.")
  private boolean everyName;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or json, which is one object a line, in bytes.")
  private Form form;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "What to look at (default: .).")
  private List<String> files = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    UsageForm printed =
        new UsageForm(depth(), all, unit.size(), unit.isApparent(), form == Form.JSON);
    UsageProgram program =
        new UsageProgram(
            printed,
            agent.pods(node.roots()),
            oneMount,
            everyName,
            command.commandLine().getOut(),
            command.commandLine().getErr(),
            terminal());
    List<String> paths = files.isEmpty() ? List.of(".") : files;
    return program.run(paths, total, node.roots()) ? 0 : 1;
  }

  private int depth() {
    if (depth != null && depth < 0) throw wrong("-d: " + depth + " is not a depth");
    if (!summarize) return depth == null ? Integer.MAX_VALUE : depth;
    if (all) throw wrong("-s shows one line for each file, -a all of them");
    if (depth != null && depth > 0) throw wrong("-s shows one line for each file, -d several");
    return 0;
  }

  private static OptionalInt terminal() {
    return new KernelReader()
        .terminalSize(STANDARD_ERROR).stream()
            .mapToInt(size -> size.columns() > 0 ? size.columns() : 80)
            .findFirst();
  }

  private ParameterException wrong(String what) {
    return new ParameterException(command.commandLine(), what);
  }
}
