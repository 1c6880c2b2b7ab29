package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.inventory.CpuInfo;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.CpuTicks;
import dev.plimsoll.collectors.proc.KernelStat;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;

/// `cpu`: where the CPUs spend their time.
final class CpuCollector implements NodeCollector {
  private static final Family SECONDS =
      Family.counter(
          "node_cpu_seconds_total",
          "Seconds that a CPU spent in each mode since boot; virtual machines are in user and nice"
              + " too (/proc/stat).",
          "cpu",
          "mode");
  private static final Family GUEST_SECONDS =
      Family.counter(
          "node_cpu_guest_seconds_total",
          "Seconds that a CPU ran virtual machines since boot (/proc/stat).",
          "cpu",
          "mode");

  private static final Family INFO =
      Family.info(
          "node_cpu_info",
          "What a processor is (/proc/cpuinfo).",
          "package",
          "core",
          "cpu",
          "vendor",
          "family",
          "model",
          "model_name",
          "microcode",
          "stepping",
          "cachesize");

  private final boolean info;

  /// @param info whether to show what each processor is
  CpuCollector(boolean info) {
    this.info = info;
  }

  @Override
  public Source source() {
    return Source.CPU;
  }

  @Override
  public List<Family> families() {
    return Stream.concat(Stream.of(SECONDS, GUEST_SECONDS, INFO), ProcessorStates.FAMILIES.stream())
        .toList();
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.fast().stat(), node.slow().auxiliaryVector());
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.devices().processors());
  }

  /// Ticks can only be told as seconds where the kernel has said how long one is.
  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.slow().auxiliaryVector())
        .map(AuxiliaryVector::ticksPerSecond)
        .ifPresent(
            ticks ->
                NodeCollector.value(node.fast().stat())
                    .ifPresent(stat -> write(stat, ticks, sink)));
    NodeCollector.value(node.devices().processors())
        .ifPresent(processors -> ProcessorStates.write(processors, sink));
    if (info) {
      NodeCollector.value(node.slow().hardware())
          .ifPresent(hardware -> hardware.cpu().cpus().forEach(cpu -> write(cpu, sink)));
    }
  }

  private static void write(CpuInfo.Cpu cpu, Sink sink) {
    Labels place = Labels.of("package", cpu.packageId(), "core", cpu.coreId(), "cpu", cpu.number());
    Labels model =
        Labels.of(
            "vendor", cpu.model().vendor(),
            "family", cpu.model().family(),
            "model", cpu.model().model(),
            "model_name", cpu.model().name(),
            "stepping", cpu.model().stepping());
    Labels loaded = Labels.of("microcode", cpu.microcode(), "cachesize", cpu.cacheSize());
    sink.sample(INFO, place.merge(model).merge(loaded), 1);
  }

  private static void write(KernelStat stat, long ticksPerSecond, Sink sink) {
    for (KernelStat.Cpu cpu : stat.cpus()) {
      write(cpu.ticks(), new Series(sink, Long.toString(cpu.number()), ticksPerSecond));
    }
  }

  private static void write(CpuTicks ticks, Series cpu) {
    cpu.write(SECONDS, "user", ticks.user());
    cpu.write(SECONDS, "nice", ticks.nice());
    cpu.write(SECONDS, "system", ticks.system());
    cpu.write(SECONDS, "idle", ticks.idle());
    cpu.write(SECONDS, "iowait", ticks.ioWait());
    cpu.write(SECONDS, "irq", ticks.irq());
    cpu.write(SECONDS, "softirq", ticks.softIrq());
    cpu.write(SECONDS, "steal", ticks.steal());
    cpu.write(GUEST_SECONDS, "user", ticks.guest());
    cpu.write(GUEST_SECONDS, "nice", ticks.guestNice());
  }

  private record Series(Sink sink, String cpu, long ticksPerSecond) {
    void write(Family family, String mode, long ticks) {
      sink.sample(family, Labels.of("cpu", cpu, "mode", mode), (double) ticks / ticksPerSecond);
    }
  }
}
