package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupPath;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.Uptime;
import dev.plimsoll.collectors.process.AccountNames;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcessFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// Reads processes for one listing: of each only what is asked for, and of those that are not shown
/// only what it takes to know that.
final class PsReader implements PsSource {
  private final KernelReader reader = new KernelReader();
  private final Map<String, CgroupOwner> owners = new HashMap<>();
  private final ProcessFiles files;
  private final Roots roots;
  private final Clock clock;

  PsReader(Roots roots, Clock clock) {
    this.roots = roots;
    this.clock = clock;
    this.files = new ProcessFiles(reader, roots);
  }

  @Override
  public PsNode node(PodIndex pods, ZoneId zone, boolean named) throws IOException {
    Instant now = clock.instant();
    double uptime = need(Uptime.read(reader, roots)).seconds();
    AuxiliaryVector units = need(AuxiliaryVector.read(reader, roots));
    long booted =
        need(KernelStat.read(reader, roots))
            .bootTime()
            .orElse(now.getEpochSecond() - (long) uptime);
    return new PsNode(
        now,
        uptime,
        booted,
        need(MemInfo.read(reader, roots)).total(),
        units.pageSize(),
        units.ticksPerSecond(),
        named ? accounts("etc/passwd") : new AccountNames(Map.of()),
        named ? accounts("etc/group") : new AccountNames(Map.of()),
        TerminalNames.read(reader, roots.proc("tty/drivers")),
        pods,
        zone);
  }

  private AccountNames accounts(String file) {
    return AccountNames.read(reader, roots.root(file));
  }

  private static <T> T need(Section<T> section) throws IOException {
    return switch (section) {
      case Section.Present<T> present -> present.value();
      case Section.Absent<T>(String reason) -> throw new IOException(reason);
      case Section.Failed<T> failed -> throw new IOException(failed.failure().describe());
    };
  }

  @Override
  public Selection.Asker asker() {
    try {
      int self = files.self();
      int tty = files.stat(self).present().map(ProcStat::tty).orElse(0);
      long uid = files.status(self).present().map(status -> status.user().effective()).orElse(0L);
      return new Selection.Asker(uid, OptionalInt.of(tty));
    } catch (KernelFileException _) {
      return new Selection.Asker(0, OptionalInt.of(0));
    }
  }

  @Override
  public List<PsProcess> processes(
      PsNode node, Set<Need> toChoose, Set<Need> toShow, Predicate<PsProcess> wanted)
      throws IOException {
    List<PsProcess> chosen = choose(node, toChoose, wanted);
    if (toChoose.containsAll(toShow)) return chosen;
    if (toShow.contains(Need.CMDLINE)) files.expectCmdlines(withArguments(chosen));
    List<PsProcess> processes = new ArrayList<>(chosen.size());
    for (PsProcess process : chosen) {
      add(with(process, toShow), toShow.contains(Need.THREADS), processes);
    }
    return processes;
  }

  private List<PsProcess> choose(PsNode node, Set<Need> toChoose, Predicate<PsProcess> wanted)
      throws IOException {
    List<PsProcess> chosen = new ArrayList<>();
    try {
      for (int pid : files.pids()) read(pid, node, toChoose).filter(wanted).ifPresent(chosen::add);
    } catch (KernelFileException unreadable) {
      throw new IOException(unreadable.getMessage(), unreadable);
    }
    return chosen;
  }

  private static List<Integer> withArguments(List<PsProcess> processes) {
    List<Integer> pids = new ArrayList<>();
    for (PsProcess process : processes) if (!kernelThread(process)) pids.add(process.pid());
    return pids;
  }

  private static boolean kernelThread(PsProcess process) {
    return process.kernel().map(ProcStat::kernelThread).orElse(false);
  }

  private void add(PsProcess process, boolean threads, List<PsProcess> processes) {
    if (threads) files.tasks(process.pid()).forEach(task -> processes.add(process.thread(task)));
    else processes.add(process);
  }

  private Optional<PsProcess> read(int pid, PsNode node, Set<Need> needs) {
    Optional<PsProcess> bare =
        files
            .stat(pid)
            .present()
            .map(
                stat ->
                    new PsProcess(
                        node,
                        pid,
                        stat,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "0",
                        ""));
    return bare.map(process -> with(process, needs));
  }

  private PsProcess with(PsProcess process, Set<Need> needs) {
    int pid = process.pid();
    Optional<PsIdentity> status =
        needs.contains(Need.STATUS) && process.status().isEmpty()
            ? files.status(pid).present().map(PsIdentity::of)
            : process.status();
    Optional<ProcCmdline> cmdline =
        needs.contains(Need.CMDLINE) && !kernelThread(process)
            ? files.cmdline(pid).present()
            : process.cmdline();
    Optional<CgroupOwner> owner =
        needs.contains(Need.CGROUP) && process.owner().isEmpty() ? owner(pid) : process.owner();
    String waits = needs.contains(Need.WCHAN) ? waitChannel(pid) : process.waitChannel();
    return new PsProcess(
        process.node(), pid, process.stat(), status, cmdline, owner, waits, process.branch());
  }

  private String waitChannel(int pid) {
    return files.waitChannel(pid).present().orElse("0");
  }

  private Optional<CgroupOwner> owner(int pid) {
    return files
        .cgroup(pid)
        .present()
        .map(cgroup -> owners.computeIfAbsent(cgroup.path(), CgroupPath::owner));
  }
}
