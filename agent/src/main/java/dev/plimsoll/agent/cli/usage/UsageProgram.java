package dev.plimsoll.agent.cli.usage;

import dev.plimsoll.agent.cli.mount.PlainPath;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.BackgroundPriority;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.usage.DiskUsage;
import dev.plimsoll.collectors.usage.SilentMounts;
import dev.plimsoll.collectors.usage.TreePath;
import dev.plimsoll.collectors.usage.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Walks trees in a thread that stands behind all others of the machine, and prints what they take.
public final class UsageProgram {
  private static final long TICK_MILLIS = 500;

  private final KernelReader reader = new KernelReader();
  private final UsageForm form;
  private final PodIndex names;
  private final boolean oneMount;
  private final boolean everyName;
  private final PrintWriter out;
  private final PrintWriter err;
  private final OptionalInt width;

  /// @param names what pods are called
  /// @param oneMount whether other mounts are left out
  /// @param everyName whether a file with several names counts for each
  /// @param width of the terminal that errors go to; empty where they go elsewhere
  public UsageProgram(
      UsageForm form,
      PodIndex names,
      boolean oneMount,
      boolean everyName,
      PrintWriter out,
      PrintWriter err,
      OptionalInt width) {
    this.form = form;
    this.names = names;
    this.oneMount = oneMount;
    this.everyName = everyName;
    this.out = out;
    this.err = err;
    this.width = width;
  }

  /// @param total whether the sum of all is printed last
  /// @return whether all could be counted
  public boolean run(List<String> paths, boolean total, Roots roots)
      throws IOException, InterruptedException {
    String here = workingDirectory(roots);
    Progress progress = new Progress(err, width);
    try (UsageReport report = new UsageReport(form, names, out, err, progress, here)) {
      List<String> silent = SilentMounts.near(absolute(paths, here), reader, roots);
      DiskUsage.Scope scope =
          new DiskUsage.Scope(
              oneMount, everyName, path -> silent.isEmpty() || mayLook(path, silent, here));
      Usage all = walk(new DiskUsage(scope, report), paths, report);
      if (total) report.total(all);
      return !report.hasComplained();
    }
  }

  private String workingDirectory(Roots roots) {
    try {
      return reader.readLink(roots.proc("self/cwd"));
    } catch (KernelFileException _) {
      return "";
    }
  }

  private static List<String> absolute(List<String> paths, String here) {
    List<String> absolute = new ArrayList<>();
    for (String path : paths) absolute.add(PlainPath.of(path, here));
    return absolute;
  }

  private static boolean mayLook(TreePath path, List<String> silent, String here) {
    String absolute = PlainPath.of(path.toString(), here);
    return silent.stream().noneMatch(mount -> SilentMounts.isBelow(absolute, mount));
  }

  private static Usage walk(DiskUsage usage, List<String> paths, UsageReport report)
      throws IOException, InterruptedException {
    FutureTask<Usage> task =
        new FutureTask<>(
            () -> {
              BackgroundPriority.take();
              return usage.of(paths);
            });
    Thread.ofPlatform().daemon().name("plimsoll-du").start(task);
    while (true) {
      try {
        return task.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        report.tick();
      } catch (ExecutionException fault) {
        throw new IOException(String.valueOf(fault.getCause()), fault);
      }
    }
  }
}
