package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.pmap.PmapProgram;
import dev.plimsoll.agent.cli.pmap.PmapTable.Detail;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `plimsoll pmap`.
@Command(
    name = "pmap",
    versionProvider = PlimsollVersion.class,
    description =
        "Shows what a process has mapped into its memory: its own, files and shared libraries.")
final class PmapCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private NodeOptions node;

  @SuppressWarnings("UnusedVariable")
  @Mixin
  private LongHelp help;

  /// The form of an answer.
  enum Form {
    TEXT,
    JSON
  }

  @Parameters(paramLabel = "PID", arity = "1..*", description = "Processes, by number.")
  private List<Integer> pids;

  @Option(
      names = {"-x", "--extended"},
      description = "Show what is in memory, shared pages in parts (PSS), and what is dirty.")
  private boolean extended;

  @Option(names = "-X", description = "Show all that the kernel tells.")
  private boolean all;

  @Option(names = "--files", description = "Show a line for each file: programs and libraries.")
  private boolean files;

  @Option(
      names = {"-p", "--show-path"},
      description = "Show files with their folders.")
  private boolean path;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or json, which is in bytes.")
  private Form form;

  PmapCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (pids.stream().anyMatch(pid -> pid < 1)) {
      throw new ParameterException(spec.commandLine(), "a PID is 1 or more");
    }
    PmapProgram pmap = new PmapProgram(node.roots(), detail(), path);
    PrintWriter out = spec.commandLine().getOut();
    for (int pid : pids) {
      switch (form) {
        case TEXT -> pmap.print(pid, LineWidth.ofOutput(environment), out);
        case JSON -> pmap.json(pid, out);
      }
    }
    out.flush();
    return 0;
  }

  private Detail detail() {
    if (files) return Detail.FILES;
    if (all) return Detail.ALL;
    return extended ? Detail.USAGE : Detail.BRIEF;
  }
}
