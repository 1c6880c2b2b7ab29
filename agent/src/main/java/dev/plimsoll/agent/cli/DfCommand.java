package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.mount.DfColumns;
import dev.plimsoll.agent.cli.mount.DfRow;
import dev.plimsoll.agent.cli.mount.DfRows;
import dev.plimsoll.agent.cli.mount.DfSource;
import dev.plimsoll.agent.cli.mount.KernelDf;
import dev.plimsoll.agent.cli.mount.OshiDf;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Table;
import dev.plimsoll.agent.join.PodIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `plimsoll df`: how full the node's file systems are, as GNU's `df` shows it; a mount that does
/// not answer shows `-` instead of holding up the rest.
@Command(
    name = "df",
    versionProvider = PlimsollVersion.class,
    description = "Shows how full the node's file systems are, and whose volumes they are.")
final class DfCommand implements Callable<Integer> {
  private static final String OF_CONTAINER =
      "df: these are the mounts of this container, not of the node; the pod needs hostPID: true";

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

  @Option(
      names = {"-a", "--all"},
      description = "Also mounts without a size, hidden ones, and further ones of a device.")
  private boolean all;

  @Mixin private DfUnit unit;

  @Option(
      names = {"-P", "--portability"},
      description = "The titles and columns that POSIX prescribes; no pods.")
  private boolean posix;

  @Option(names = "--total", description = "Also what all have together.")
  private boolean total;

  @Option(
      names = {"-i", "--inodes"},
      description = "Counts files instead of bytes.")
  private boolean inodes;

  @Option(
      names = {"-T", "--print-type"},
      description = "Shows the type of each file system.")
  private boolean types;

  @Option(
      names = {"-l", "--local"},
      description = "Only file systems of this machine.")
  private boolean local;

  @Option(
      names = {"-t", "--type"},
      paramLabel = "TYPE",
      description = "Only file systems of this type; may be given several times.")
  private Set<String> typesOn = Set.of();

  @Option(
      names = {"-x", "--exclude-type"},
      paramLabel = "TYPE",
      description = "No file systems of this type; may be given several times.")
  private Set<String> typesOff = Set.of();

  @Option(
      names = "--output",
      paramLabel = "FIELDS",
      arity = "0..1",
      split = ",",
      preprocessor = AttachedValue.class,
      description =
          "These fields, behind an equals sign: source, fstype, itotal, iused, iavail, ipcent,"
              + " size, used, avail, pcent, file, target, pod, volume.")
  private @Nullable List<String> fields;

  @Option(
      names = "-o",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or json, which is one object a line, in bytes.")
  private Form form;

  @Option(
      names = "--filesystems",
      paramLabel = "BY",
      description = "Who reads them: kernel (Linux's own files) or oshi (knows other systems).")
  private ReadBy readBy = ReadBy.usual();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Only the file systems that these files or devices are in.")
  private List<String> files = List.of();

  @Override
  public Integer call() throws IOException {
    DfRows rows = new DfRows(source(), all, local, typesOn(), typesOff);
    List<DfRow> found = files.isEmpty() ? rows.all() : rows.of(files);
    if (!found.isEmpty()) print(found);
    else if (rows.complaints().isEmpty()) rows.complain("no file systems processed");
    PrintWriter err = command.commandLine().getErr();
    if (rows.isOfContainer()) err.println(OF_CONTAINER);
    for (String complaint : rows.complaints()) err.println("df: " + Printable.of(complaint));
    return rows.complaints().isEmpty() ? 0 : 1;
  }

  private PodIndex names() {
    return switch (readBy) {
      case KERNEL -> agent.pods(node.roots());
      case OSHI -> PodIndex.standAlone();
    };
  }

  private DfSource source() {
    return switch (readBy) {
      case KERNEL -> new KernelDf(node.roots());
      case OSHI -> new OshiDf();
    };
  }

  private Set<String> typesOn() {
    for (String type : typesOn) {
      if (typesOff.contains(type)) throw wrong("type " + type + " is both wanted and not wanted");
    }
    return typesOn;
  }

  private void print(List<DfRow> rows) throws IOException {
    PrintWriter out = command.commandLine().getOut();
    switch (form) {
      case TEXT -> text(rows).forEach(out::println);
      case JSON -> new Table<>(DfColumns.json(names())).json(rows, out);
    }
    out.flush();
  }

  private List<String> text(List<DfRow> rows) {
    List<DfRow> all = new ArrayList<>(rows);
    if (total) all.add(DfRow.total(rows));
    DfColumns columns = new DfColumns(unit.size(), posix, names());
    boolean pods = !posix && rows.stream().anyMatch(DfRow::isOfPod);
    List<Column<DfRow>> shown =
        fields == null ? columns.text(types, inodes, pods) : columns.text(fields(fields));
    return new Table<>(shown).lines(all, OptionalInt.empty());
  }

  /// What `--output` named; all of them where it named none.
  private List<String> fields(List<String> named) {
    if (posix || inodes || types) throw wrong("--output says what -P, -i and -T say");
    if (named.equals(List.of(AttachedValue.NONE))) return DfColumns.usualFields();
    for (String field : named) {
      if (!DfColumns.FIELDS.contains(field)) throw wrong("--output: no field '" + field + "'");
      if (Collections.frequency(named, field) > 1) {
        throw wrong("--output: '" + field + "' is named twice");
      }
    }
    return named;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(command.commandLine(), what);
  }
}
