package dev.plimsoll.agent.cli.usage;

import dev.plimsoll.agent.cli.Printable;
import dev.plimsoll.agent.cli.mount.PlainPath;
import dev.plimsoll.agent.cli.mount.PodWords;
import dev.plimsoll.agent.cli.table.JsonRows;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.mount.PodPath;
import dev.plimsoll.collectors.usage.DiskUsage;
import dev.plimsoll.collectors.usage.TreePath;
import dev.plimsoll.collectors.usage.TreeVisitor;
import dev.plimsoll.collectors.usage.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Prints what a walk counts, line by line as it comes. The thread that walks and the one that
/// shows progress both use it.
final class UsageReport implements DiskUsage.Report, AutoCloseable {
  private final UsageForm form;
  private final PodIndex names;
  private final Optional<JsonRows<UsageRow>> json;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Progress progress;
  private final String workingDirectory;
  private boolean complained;
  private volatile boolean unwanted;

  UsageReport(
      UsageForm form,
      PodIndex names,
      PrintWriter out,
      PrintWriter err,
      Progress progress,
      String workingDirectory)
      throws IOException {
    this.form = form;
    this.names = names;
    this.out = out;
    this.err = err;
    this.progress = progress;
    this.workingDirectory = workingDirectory;
    json = form.json() ? Optional.of(new JsonRows<>(UsageRow.json(), out)) : Optional.empty();
  }

  @Override
  public void counted(TreePath path, int depth, boolean directory, Usage usage) {
    progress.counted(path);
    boolean shown = depth <= form.depth() && (directory || form.files() || depth == 0);
    if (shown) print(row(path.toString(), usage));
  }

  private UsageRow row(String path, Usage usage) {
    boolean mayBePods = path.contains("pods/") || workingDirectory.contains("/pods");
    Optional<PodPath> pod =
        mayBePods ? PodPath.of(PlainPath.of(path, workingDirectory)) : Optional.empty();
    return new UsageRow(path, usage, pod.map(this::named));
  }

  /// With its name, where the path does not tell it and somebody knows it.
  private PodPath named(PodPath pod) {
    if (pod.name().isPresent()) return pod;
    ContainerName known = names.pod(pod.podUid());
    Optional<String> name =
        known.namespace().isEmpty() ? Optional.empty() : Optional.of(PodWords.of(known));
    return new PodPath(pod.podUid(), name, pod.volume());
  }

  private synchronized void print(UsageRow row) {
    progress.hide();
    if (json.isEmpty()) {
      out.print(row.line(form.unit(), form.apparent()) + '\n');
      return;
    }
    try {
      json.get().write(row);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// What all take together.
  void total(Usage usage) {
    print(new UsageRow("total", usage, Optional.empty()));
  }

  @Override
  public void failed(TreePath path, TreeVisitor.Failure failure, Errno errno) {
    String name = "'" + path + '\'';
    complain(
        switch (failure) {
          case ACCESS -> "cannot access " + name + ": " + errno.words();
          case READ -> "cannot read directory " + name + ": " + errno.words();
          case SILENT -> "cannot access " + name + ": the file system does not answer";
          case DEPTH -> "cannot read directory " + name + ": too many levels of directories";
        });
  }

  @Override
  public void linksFull(int most) {
    complain(
        "more than "
            + most
            + " files with several names: further ones count once for each of their names");
  }

  private synchronized void complain(String what) {
    complained = true;
    progress.hide();
    err.print(Printable.of("du: " + what) + '\n');
    err.flush();
  }

  /// Whether anything was to be complained of.
  synchronized boolean hasComplained() {
    return complained;
  }

  /// Passes on what has been printed, and shows how far the walk is where nothing was.
  synchronized void tick() {
    if (out.checkError()) unwanted = true;
    progress.show();
  }

  @Override
  public boolean goesOn() {
    return !unwanted;
  }

  @Override
  public synchronized void close() throws IOException {
    progress.hide();
    if (json.isPresent()) json.get().close();
    out.flush();
  }
}
