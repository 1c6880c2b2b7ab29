package dev.plimsoll.agent.cli.pmap;

import dev.plimsoll.agent.cli.Printable;
import dev.plimsoll.agent.cli.pmap.PmapTable.Detail;
import dev.plimsoll.agent.cli.table.Table;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcMaps;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcessFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;

/// Reads the mappings of processes and prints them.
public final class PmapProgram {
  private final ProcessFiles files;
  private final Detail detail;
  private final boolean fullPath;

  /// @param fullPath whether files are shown with their folders
  public PmapProgram(Roots roots, Detail detail, boolean fullPath) {
    this.files = new ProcessFiles(new KernelReader(), roots);
    this.detail = detail;
    this.fullPath = fullPath;
  }

  /// Prints one process as text.
  ///
  /// @throws IOException where it cannot be read, with the reason in one line
  public void print(int pid, OptionalInt width, PrintWriter out) throws IOException {
    ProcStat stat = read(pid, files.stat(pid));
    List<MapRow> rows = rows(pid);
    out.print(pid + ":   " + Printable.of(command(stat)) + '\n');
    for (String line : PmapTable.lines(rows, detail, width)) out.print(line.stripTrailing() + '\n');
  }

  /// Prints one process as JSON.
  public void json(int pid, PrintWriter out) throws IOException {
    new Table<>(PmapTable.columns(detail)).json(rows(pid), out);
  }

  private List<MapRow> rows(int pid) throws IOException {
    ProcMaps maps = read(pid, detail == Detail.BRIEF ? files.maps(pid) : files.smaps(pid));
    if (detail == Detail.FILES) return MapRow.files(maps, fullPath);
    return maps.mappings().stream().map(mapping -> MapRow.of(mapping, fullPath)).toList();
  }

  private String command(ProcStat stat) {
    List<String> arguments =
        files.cmdline(stat.pid()).present().map(ProcCmdline::arguments).orElse(List.of());
    return arguments.isEmpty() ? '[' + stat.comm() + ']' : String.join(" ", arguments);
  }

  private static <T> T read(int pid, Section<T> section) throws IOException {
    return switch (section) {
      case Section.Present<T> present -> present.value();
      case Section.Absent<T>(String reason) -> throw new IOException(reason);
      case Section.Failed<T> failed when failed.failure().kind() == Kind.MISSING ->
          throw new IOException("there is no process " + pid);
      case Section.Failed<T> failed -> throw new IOException(failed.failure().describe());
    };
  }
}
