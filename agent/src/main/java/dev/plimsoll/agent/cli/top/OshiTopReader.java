package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.cli.ReadBy;
import dev.plimsoll.collectors.oshi.OshiCpu;
import dev.plimsoll.collectors.oshi.OshiNode;
import dev.plimsoll.collectors.oshi.OshiProcess;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.CpuTicks;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.process.ProcCmdline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// The node from OSHI, which has processes and no threads of theirs.
final class OshiTopReader implements TopSource {
  private static final double MILLIS = 1000;

  private final OshiNode oshi = new OshiNode();
  private final Clock clock;
  private final ZoneId zone;
  private final LongSupplier nanos;

  OshiTopReader(Clock clock, ZoneId zone, LongSupplier nanos) {
    this.clock = clock;
    this.zone = zone;
    this.nanos = nanos;
  }

  @Override
  public AuxiliaryVector units() {
    return oshi.units();
  }

  @Override
  public TopSnapshot read(boolean threads) {
    List<TopProcess> processes = processes();
    Instant now = clock.instant();
    Duration up = Duration.between(Instant.ofEpochSecond(oshi.bootTime()), now);
    return new TopSnapshot(
        nanos.getAsLong(),
        LocalTime.ofInstant(now, zone),
        up.toMillis() / MILLIS,
        oshi.load().map(load -> new TopSnapshot.Load(load[0], load[1], load[2])),
        stat(oshi.cpu()),
        oshi.memory(),
        Optional.empty(),
        processes,
        Optional.empty(),
        now,
        Math.toIntExact(ProcessHandle.current().pid()),
        false,
        ReadBy.OSHI);
  }

  private static KernelStat stat(OshiCpu cpu) {
    List<KernelStat.Cpu> cpus = new ArrayList<>();
    for (CpuTicks each : cpu.cpus()) cpus.add(new KernelStat.Cpu(cpus.size(), each));
    OptionalLong unknown = OptionalLong.empty();
    return new KernelStat(
        cpu.total(), cpus, unknown, unknown, unknown, unknown, unknown, unknown, Optional.empty());
  }

  private List<TopProcess> processes() {
    return oshi.processes().stream()
        .map(each -> new TopProcess(each.pid(), each, facts(each)))
        .toList();
  }

  private static TopProcess.Facts facts(OshiProcess process) {
    String user = process.account().map(OshiProcess.Account::user).orElse("?");
    List<String> arguments = process.cmdline().map(ProcCmdline::arguments).orElse(List.of());
    return new TopProcess.Facts(
        user, String.join(" ", arguments), Optional.empty(), Optional.empty());
  }

  @Override
  public void close() {}
}
