package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.block.DeviceColumns;
import dev.plimsoll.agent.cli.block.DeviceLine;
import dev.plimsoll.agent.cli.block.DeviceRow;
import dev.plimsoll.agent.cli.block.DeviceRows;
import dev.plimsoll.agent.cli.block.DeviceTree;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plimsoll lsblk`: the node's block devices, as util-linux' `lsblk` shows them, from what the
/// kernel and udev know already: no device is opened, so that root is not needed and no disk wakes.
@Command(
    name = "lsblk",
    mixinStandardHelpOptions = true,
    versionProvider = PlimsollVersion.class,
    description = "Shows the node's disks, and what is made of each.")
final class LsblkCommand implements Callable<Integer> {
  private static final int NONE_FOUND = 32;
  private static final int SOME_FOUND = 64;

  private final Map<String, String> environment;

  @CommandLine.Spec private CommandSpec command;
  @Mixin private NodeOptions node;
  @Mixin private OutputOption output;

  @Option(
      names = {"-f", "--fs"},
      description = "The file systems on the devices.")
  private boolean filesystems;

  @Option(
      names = {"-p", "--paths"},
      description = "Whole paths of devices.")
  private boolean paths;

  @Option(
      names = {"-a", "--all"},
      description = "Also RAM disks, and loop devices without a file.")
  private boolean all;

  @Option(
      names = {"-b", "--bytes"},
      description = "Sizes in bytes.")
  private boolean bytes;

  @Option(
      names = {"-d", "--nodeps"},
      description = "Not what is made of them.")
  private boolean alone;

  @Option(
      names = {"-l", "--list"},
      description = "A list instead of a tree, each device once.")
  private boolean list;

  @Option(
      names = {"-n", "--noheadings"},
      description = "Without the titles of columns.")
  private boolean bare;

  @Parameters(
      paramLabel = "DEVICE",
      arity = "0..*",
      description = "Only these, and what is made of them.")
  private List<String> devices = List.of();

  LsblkCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    DeviceColumns columns = new DeviceColumns(bytes, paths);
    List<Column<DeviceLine>> usual = filesystems ? columns.ofFilesystems() : columns.usual();
    List<Column<DeviceLine>> chosen =
        output.columns(columns.all(), output.isJson() ? columns.all() : usual);
    boolean sizes = chosen.stream().anyMatch(column -> column.header().startsWith("FS"));
    List<DeviceRow> rows = new DeviceRows(node.roots(), sizes).all();
    List<DeviceRow> shown = rows.stream().filter(row -> all || !row.device().isUnused()).toList();
    Set<String> wanted = wanted(rows);
    print(chosen, devices.isEmpty() ? shown : rows, wanted);
    return status(wanted.size());
  }

  private int status(int found) {
    if (devices.isEmpty() || found >= Set.copyOf(devices).size()) return 0;
    return found == 0 ? NONE_FOUND : SOME_FOUND;
  }

  /// Kernel names of the devices that were asked for.
  private Set<String> wanted(List<DeviceRow> rows) {
    Set<String> wanted = new HashSet<>();
    for (String device : devices) {
      String path = real(device);
      List<String> found =
          rows.stream()
              .filter(row -> isCalled(row, path) || isCalled(row, device))
              .map(row -> row.device().kernelName())
              .toList();
      if (found.isEmpty()) {
        String complaint = "lsblk: " + device + ": not a block device";
        command.commandLine().getErr().println(Printable.of(complaint));
      }
      wanted.addAll(found);
    }
    return wanted;
  }

  private static boolean isCalled(DeviceRow row, String name) {
    String kernel = row.device().kernelName();
    return name.equals(row.device().path()) || name.equals(kernel) || name.equals("/dev/" + kernel);
  }

  private static String real(String path) {
    try {
      return Path.of(path).toRealPath().toString();
    } catch (IOException | InvalidPathException _) {
      return path;
    }
  }

  private void print(List<Column<DeviceLine>> columns, List<DeviceRow> rows, Set<String> wanted)
      throws IOException {
    PrintWriter out = command.commandLine().getOut();
    boolean json = output.isJson();
    boolean places = columns.stream().anyMatch(column -> column.header().equals("MOUNTPOINTS"));
    List<DeviceLine> lines =
        lines(new DeviceTree(rows, places && !json, !alone), wanted, json || list);
    Table<DeviceLine> table = new Table<>(columns);
    if (json) {
      table.json(lines, out);
    } else if (!lines.isEmpty()) {
      List<String> printed = table.lines(lines, LineWidth.ofOutput(environment));
      printed.subList(bare ? 1 : 0, printed.size()).forEach(out::println);
    }
    out.flush();
  }

  private List<DeviceLine> lines(DeviceTree tree, Set<String> wanted, boolean flat) {
    Predicate<DeviceRow> top =
        devices.isEmpty() ? tree::isTop : row -> wanted.contains(row.device().kernelName());
    return flat ? tree.list(top) : tree.draw(top);
  }
}
