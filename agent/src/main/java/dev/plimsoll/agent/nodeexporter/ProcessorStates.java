package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.cpu.Processors;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the collector `cpu` shows of `/sys/devices/system/cpu`.
final class ProcessorStates {
  private static final Family ONLINE =
      Family.gauge(
          "node_cpu_online",
          "1 if the processor is online; only for those that can be taken offline"
              + " (/sys/devices/system/cpu/*/online).",
          "cpu");
  private static final Family ISOLATED =
      Family.gauge(
          "node_cpu_isolated",
          "1 for a processor that is kept from the scheduler (/sys/devices/system/cpu/isolated).",
          "cpu");
  private static final Family CORE_THROTTLES =
      Family.counter(
          "node_cpu_core_throttles_total",
          "Times that heat slowed the core"
              + " (/sys/devices/system/cpu/*/thermal_throttle/core_throttle_count).",
          "package",
          "core");
  private static final Family PACKAGE_THROTTLES =
      Family.counter(
          "node_cpu_package_throttles_total",
          "Times that heat slowed all of the socket"
              + " (/sys/devices/system/cpu/*/thermal_throttle/package_throttle_count).",
          "package");

  static final List<Family> FAMILIES = List.of(ONLINE, ISOLATED, CORE_THROTTLES, PACKAGE_THROTTLES);

  private ProcessorStates() {}

  static void write(Processors processors, Sink sink) {
    for (Processors.Cpu cpu : processors.cpus()) {
      cpu.online().ifPresent(online -> sink.sample(ONLINE, cpu(cpu.number()), online ? 1 : 0));
    }
    for (int number : processors.isolated().numbers()) sink.sample(ISOLATED, cpu(number), 1);
    writeThrottles(processors, sink);
  }

  private static Labels cpu(int number) {
    return Labels.of("cpu", Integer.toString(number));
  }

  /// Every thread of a core and every core of a socket counts; node_exporter shows the first one,
  /// by name: cpu10 comes before cpu2.
  private static void writeThrottles(Processors processors, Sink sink) {
    Set<Labels> known = new HashSet<>();
    processors.cpus().stream()
        .sorted(Comparator.comparing(cpu -> Integer.toString(cpu.number())))
        .flatMap(cpu -> cpu.throttles().stream())
        .forEach(throttles -> write(throttles, known, sink));
  }

  private static void write(Processors.Throttles throttles, Set<Labels> known, Sink sink) {
    Labels socket = Labels.of("package", Long.toString(throttles.packageId()));
    Labels core = socket.add("core", Long.toString(throttles.coreId()));
    if (throttles.ofCore().isPresent() && known.add(core)) {
      sink.sample(CORE_THROTTLES, core, throttles.ofCore().getAsLong());
    }
    if (throttles.ofPackage().isPresent() && known.add(socket)) {
      sink.sample(PACKAGE_THROTTLES, socket, throttles.ofPackage().getAsLong());
    }
  }
}
