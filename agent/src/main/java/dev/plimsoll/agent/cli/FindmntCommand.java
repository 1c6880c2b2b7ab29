package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.mount.FindmntRows;
import dev.plimsoll.agent.cli.mount.FoundMount;
import dev.plimsoll.agent.cli.table.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plimsoll findmnt`: the node's mounts, as util-linux' `findmnt` shows them.
@Command(
    name = "findmnt",
    mixinStandardHelpOptions = true,
    versionProvider = PlimsollVersion.class,
    description = "Shows the node's mounts, each below the one it is mounted on.")
final class FindmntCommand implements Callable<Integer> {
  /// The form of an answer.
  enum Form {
    TEXT,
    JSON
  }

  private final Map<String, String> environment;

  @CommandLine.Spec private CommandSpec command;
  @Mixin private NodeOptions node;

  @Option(
      names = {"-s", "--fstab"},
      description = "What is mounted when the node starts, from /etc/fstab.")
  private boolean fstab;

  @Option(
      names = {"-l", "--list"},
      description = "A list instead of a tree.")
  private boolean list;

  @Option(
      names = {"-n", "--noheadings"},
      description = "Without the titles of columns.")
  private boolean bare;

  @Option(
      names = {"-S", "--source"},
      paramLabel = "SOURCE",
      description = "Only mounts of this device, export or word.")
  private @Nullable String source;

  @Option(
      names = {"-T", "--target"},
      paramLabel = "FILE",
      description = "Only the mount that this file is in.")
  private @Nullable String target;

  @Option(
      names = {"-t", "--types"},
      paramLabel = "TYPE",
      split = ",",
      description = "Only file systems of these types.")
  private List<String> types = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or json, which is one object a line.")
  private Form form;

  @Parameters(
      paramLabel = "WHAT",
      arity = "0..1",
      description = "Only the mounts of this device, or at this mount point.")
  private @Nullable String what;

  FindmntCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    FindmntRows rows = new FindmntRows(node.roots(), types);
    List<FoundMount> found = found(rows);
    PrintWriter out = command.commandLine().getOut();
    switch (form) {
      case TEXT -> {
        if (!found.isEmpty()) lines(found).forEach(out::println);
      }
      case JSON -> new Table<>(FoundMount.json()).json(found, out);
    }
    out.flush();
    return found.isEmpty() ? 1 : 0;
  }

  private List<FoundMount> found(FindmntRows rows) throws IOException {
    if (fstab) return rows.fstab();
    if (target != null) return rows.holding(target);
    if (source != null) return rows.ofSource(source);
    if (what != null) return rows.at(what);
    return rows.all(list);
  }

  private List<String> lines(List<FoundMount> found) {
    List<String> lines =
        new Table<>(FoundMount.columns()).lines(found, LineWidth.ofOutput(environment));
    return lines.subList(bare ? 1 : 0, lines.size());
  }
}
