package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.cpu.CpuFrequencies;
import dev.plimsoll.collectors.cpu.CpuFrequencies.Frequency;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `cpufreq`: how fast each processor runs and may run.
final class CpuFreqCollector implements NodeCollector {
  private static final Family GOVERNOR =
      Family.gauge(
          "node_cpu_scaling_governor",
          "1 for the policy that chooses the processor's frequency, 0 for those that could"
              + " (/sys/devices/system/cpu/*/cpufreq/scaling_governor).",
          "cpu",
          "governor");
  private static final EnumFamilies<Frequency> FREQUENCIES =
      EnumFamilies.of(Frequency.class, CpuFreqCollector::family);

  private static Family family(Frequency frequency) {
    String source = " in hertz (/sys/devices/system/cpu/*/cpufreq/" + frequency.file() + ").";
    return Family.gauge(
        "node_cpu_" + name(frequency) + "_hertz", meaning(frequency) + source, "cpu");
  }

  private static String name(Frequency frequency) {
    return switch (frequency) {
      case HARDWARE -> "frequency";
      case HARDWARE_MIN -> "frequency_min";
      case HARDWARE_MAX -> "frequency_max";
      case SCALING -> "scaling_frequency";
      case SCALING_MIN -> "scaling_frequency_min";
      case SCALING_MAX -> "scaling_frequency_max";
    };
  }

  private static String meaning(Frequency frequency) {
    return switch (frequency) {
      case HARDWARE -> "What the processor runs at, by its own account,";
      case HARDWARE_MIN -> "The slowest that the processor can run";
      case HARDWARE_MAX -> "The fastest that the processor can run";
      case SCALING -> "What the processor runs at, by the kernel's account,";
      case SCALING_MIN -> "The slowest that the kernel may choose";
      case SCALING_MAX -> "The fastest that the kernel may choose";
    };
  }

  @Override
  public Source source() {
    return Source.CPUFREQ;
  }

  @Override
  public List<Family> families() {
    return FREQUENCIES.and(GOVERNOR);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().cpuFrequencies());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().cpuFrequencies())
        .ifPresent(all -> all.cpus().forEach(cpu -> write(cpu, sink)));
  }

  private static void write(CpuFrequencies.Cpu cpu, Sink sink) {
    Labels labels = Labels.of("cpu", Integer.toString(cpu.number()));
    cpu.kiloHertz()
        .forEach((file, value) -> sink.sample(FREQUENCIES.of(file), labels, value * 1000.0));
    if (cpu.governor().isEmpty()) return;
    for (String governor : cpu.governors()) {
      boolean chosen = governor.equals(cpu.governor());
      sink.sample(GOVERNOR, labels.add("governor", governor), chosen ? 1 : 0);
    }
  }
}
