package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.cli.ReadBy;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupPace;
import dev.plimsoll.collectors.cgroup.CgroupPath;
import dev.plimsoll.collectors.cgroup.CgroupReader;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.LoadAvg;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.NodePressure;
import dev.plimsoll.collectors.proc.Uptime;
import dev.plimsoll.collectors.process.AccountNames;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcessFiles;
import dev.plimsoll.collectors.process.ProcessId;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Reads the node again and again. Of each process `stat` is read each time and the rest once: it
/// must not be at the top itself.
final class TopReader implements TopSource {
  private final KernelReader reader = new KernelReader();
  private final Roots roots;
  private final ProcessFiles files;
  private final PodIndex pods;
  private final Clock clock;
  private final ZoneId zone;
  private final LongSupplier nanos;
  private final AccountNames users;
  private final CgroupReader cgroups;
  private Map<ProcessId, TopProcess.Facts> known = new HashMap<>();

  /// @param nanos a clock that only goes forward
  TopReader(Roots roots, PodIndex pods, Clock clock, ZoneId zone, LongSupplier nanos) {
    this.roots = roots;
    this.files = new ProcessFiles(reader, roots);
    this.pods = pods;
    this.clock = clock;
    this.zone = zone;
    this.nanos = nanos;
    this.cgroups = new CgroupReader(reader, roots, clock, CgroupPace.usual());
    this.users = AccountNames.read(reader, roots.root("etc/passwd"));
  }

  @Override
  public AuxiliaryVector units() throws IOException {
    return need(AuxiliaryVector.read(reader, roots));
  }

  @Override
  public TopSnapshot read(boolean threads) throws IOException {
    List<TopProcess> processes = processes(threads);
    return new TopSnapshot(
        nanos.getAsLong(),
        LocalTime.ofInstant(clock.instant(), zone),
        need(Uptime.read(reader, roots)).seconds(),
        Optional.of(load()),
        need(KernelStat.read(reader, roots)),
        need(MemInfo.read(reader, roots)),
        NodePressure.read(reader, roots).present(),
        processes,
        cgroups.read().present(),
        clock.instant(),
        self(),
        threads,
        ReadBy.KERNEL);
  }

  private TopSnapshot.Load load() throws IOException {
    LoadAvg load = need(LoadAvg.read(reader, roots));
    return new TopSnapshot.Load(load.one(), load.five(), load.fifteen());
  }

  private static <T> T need(Section<T> section) throws IOException {
    return switch (section) {
      case Section.Present<T> present -> present.value();
      case Section.Absent<T>(String reason) -> throw new IOException(reason);
      case Section.Failed<T> failed -> throw new IOException(failed.failure().describe());
    };
  }

  private int self() {
    try {
      return files.self();
    } catch (KernelFileException _) {
      return 0;
    }
  }

  private List<TopProcess> processes(boolean threads) throws IOException {
    Map<ProcessId, TopProcess.Facts> seen = new HashMap<>();
    List<TopProcess> processes = new ArrayList<>();
    try {
      for (int pid : files.pids()) {
        Optional<ProcStat> stat = files.stat(pid).present();
        if (stat.isEmpty()) continue;
        TopProcess.Facts facts = known.get(stat.get().id());
        if (facts == null) facts = facts(stat.get());
        seen.put(stat.get().id(), facts);
        for (ProcStat task : threads ? files.tasks(pid) : List.of(stat.get())) {
          processes.add(new TopProcess(pid, task, facts));
        }
      }
    } catch (KernelFileException unreadable) {
      throw new IOException(unreadable.getMessage(), unreadable);
    }
    known = seen;
    return processes;
  }

  private TopProcess.Facts facts(ProcStat stat) {
    int pid = stat.pid();
    String user =
        files
            .status(pid)
            .present()
            .map(status -> users.name(status.user().effective()))
            .orElse("?");
    String arguments =
        stat.kernelThread()
            ? ""
            : files
                .cmdline(pid)
                .present()
                .map(cmdline -> String.join(" ", cmdline.arguments()))
                .orElse("");
    Optional<CgroupOwner> owner =
        files.cgroup(pid).present().map(cgroup -> CgroupPath.owner(cgroup.path()));
    return new TopProcess.Facts(
        user, arguments, owner.flatMap(pods::find), owner.flatMap(TopReader::unit));
  }

  private static Optional<String> unit(CgroupOwner owner) {
    return owner instanceof CgroupOwner.Unit(String name) ? Optional.of(name) : Optional.empty();
  }

  /// Closes the files that it keeps open between readings.
  @Override
  public void close() {
    cgroups.close();
  }
}
