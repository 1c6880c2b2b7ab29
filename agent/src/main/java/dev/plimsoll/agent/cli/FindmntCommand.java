package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.mount.FindmntColumns;
import dev.plimsoll.agent.cli.mount.FindmntRows;
import dev.plimsoll.agent.cli.mount.FoundMount;
import dev.plimsoll.agent.cli.mount.MountChoice;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<String, String> environment;

  @CommandLine.Spec private CommandSpec command;
  @Mixin private NodeOptions node;
  @Mixin private OutputOption output;

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
      description = "Only mounts of this device (or its MAJ:MIN), export or word.")
  private @Nullable String source;

  @Option(
      names = {"-T", "--target"},
      paramLabel = "FILE",
      description = "Only the mount that this file is in.")
  private @Nullable String target;

  @Option(
      names = {"-M", "--mountpoint"},
      paramLabel = "DIR",
      description = "Only the mounts at this directory.")
  private @Nullable String point;

  @Option(
      names = {"-t", "--types"},
      paramLabel = "TYPE",
      split = ",",
      description = "Only file systems of these types; with no before the first all but these.")
  private List<String> types = List.of();

  @Option(
      names = {"-R", "--submounts"},
      description = "With each what is mounted below it.")
  private boolean submounts;

  @Parameters(
      paramLabel = "WHAT",
      arity = "0..2",
      description = "Only the mounts of this device, or at this mount point; or of the one there.")
  private List<String> what = List.of();

  FindmntCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = output.isJson();
    List<Column<FoundMount>> columns =
        output.columns(FindmntColumns.all(), json ? FindmntColumns.json() : FindmntColumns.usual());
    boolean sizes = columns.stream().anyMatch(column -> isSize(column.header()));
    FindmntRows rows = new FindmntRows(node.roots(), choice(), sizes);
    List<FoundMount> found = fstab ? rows.fstab() : rows.mounted(list || json);
    PrintWriter out = command.commandLine().getOut();
    if (json) new Table<>(columns).json(found, out);
    else if (!found.isEmpty()) lines(columns, found).forEach(out::println);
    out.flush();
    return found.isEmpty() ? 1 : 0;
  }

  private static boolean isSize(String title) {
    return List.of("SIZE", "AVAIL", "USED", "USE%").contains(title);
  }

  private MountChoice choice() {
    boolean both = what.size() == 2;
    return new MountChoice(
        types,
        Optional.ofNullable(both ? what.getFirst() : source),
        Optional.ofNullable(target),
        Optional.ofNullable(both ? what.getLast() : point),
        what.size() == 1 ? Optional.of(what.getFirst()) : Optional.empty(),
        submounts);
  }

  private List<String> lines(List<Column<FoundMount>> columns, List<FoundMount> found) {
    List<String> lines = new Table<>(columns).lines(found, LineWidth.ofOutput(environment));
    return lines.subList(bare ? 1 : 0, lines.size());
  }
}
