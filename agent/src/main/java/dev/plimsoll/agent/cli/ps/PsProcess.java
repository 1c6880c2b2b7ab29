package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.TaskState;
import dev.plimsoll.collectors.process.Vitals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One process of a listing, or one of its threads, with what was read of it.
///
/// @param pid the process; `stat` of a thread has the thread's own number
/// @param status empty where no column needs it, or it could not be read
/// @param cmdline as `status`
/// @param owner whose its control group is, as `status`
/// @param waitChannel the kernel function it waits in; `0` where it does not wait or it is secret
/// @param branch what `--forest` draws before the command
record PsProcess(
    PsNode node,
    int pid,
    Vitals stat,
    Optional<PsIdentity> status,
    Optional<ProcCmdline> cmdline,
    Optional<CgroupOwner> owner,
    String waitChannel,
    String branch) {

  PsProcess branched(String drawn) {
    return new PsProcess(node, pid, stat, status, cmdline, owner, waitChannel, drawn);
  }

  PsProcess thread(ProcStat task) {
    return new PsProcess(node, pid, task, status, cmdline, owner, waitChannel, branch);
  }

  /// What only Linux tells.
  Optional<ProcStat> kernel() {
    return stat instanceof ProcStat kernel ? Optional.of(kernel) : Optional.empty();
  }

  /// CPU time of its threads, those that ended included, in seconds.
  double cpuSeconds() {
    return (double) (stat.userTicks() + stat.systemTicks()) / node.ticksPerSecond();
  }

  /// How long ago it started, in seconds.
  double elapsedSeconds() {
    double started = (double) stat.startTicks() / node.ticksPerSecond();
    return Math.max(0, node.uptimeSeconds() - started);
  }

  /// CPU time by time lived: 1 is one CPU all the time.
  double cpuRatio() {
    double elapsed = elapsedSeconds();
    return elapsed > 0 ? cpuSeconds() / elapsed : 0;
  }

  Instant started() {
    return Instant.ofEpochSecond(node.bootTime() + stat.startTicks() / node.ticksPerSecond());
  }

  /// From `status`, which sums the kernel's counters of all CPUs; `stat` leaves some pages out.
  long residentBytes() {
    return status
        .flatMap(PsIdentity::memory)
        .map(ProcStatus.Memory::rss)
        .orElseGet(() -> stat.rssPages() * node.pageSize());
  }

  /// Its share of the node's memory.
  double memoryRatio() {
    return node.memoryBytes() == 0 ? 0 : (double) residentBytes() / node.memoryBytes();
  }

  boolean zombie() {
    return stat.state() == TaskState.ZOMBIE;
  }

  /// The name of its program, as the process itself may have changed it.
  String command() {
    return branch + stat.comm();
  }

  /// Its arguments; the name in brackets where it has none.
  String arguments() {
    List<String> arguments = cmdline.map(ProcCmdline::arguments).orElse(List.of());
    if (!arguments.isEmpty()) return branch + String.join(" ", arguments);
    return branch + '[' + stat.comm() + ']' + (zombie() ? " <defunct>" : "");
  }

  /// The container it is in; empty for processes of the host.
  Optional<ContainerName> container() {
    return owner.flatMap(node.pods()::find);
  }

  /// The systemd unit of a process of the host.
  Optional<String> unit() {
    return owner.flatMap(
        whose ->
            whose instanceof CgroupOwner.Unit(String name) ? Optional.of(name) : Optional.empty());
  }
}
