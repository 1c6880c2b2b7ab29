package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.recent.ContainerMinute;
import dev.plimsoll.agent.recent.Peaks;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.OptionalDouble;

/// The bursts of a container, which are over before a scraper comes by: the most of any second
/// within the last 60, and how all seconds were.
final class MinuteMetrics {
  private static final String PREFIX = "plimsoll_container_";
  private static final String[] LABELS = {
    "namespace", "pod", "container", "workload", "workload_kind"
  };

  private static final Family CORES =
      Family.gauge(
          PREFIX + "cpu_minute_peak_cores",
          "The most CPUs that the container used in a second of the last 60 (cpu.stat,"
              + " cpuacct.usage).",
          LABELS);
  private static final Family MEMORY =
      Family.gauge(
          PREFIX + "memory_minute_peak_bytes",
          "The most memory charged to the container in a second of the last 60, in bytes"
              + " (memory.current).",
          LABELS);
  private static final Family THROTTLED =
      Family.gauge(
          PREFIX + "cpu_throttled_minute_peak_ratio",
          "Periods of a second of the last 60 in which the container used up its CPU quota, as a"
              + " ratio of all its periods in that second; of the worst second (cpu.stat).",
          LABELS);
  private static final Family CORES_RATIO =
      Family.gauge(
          PREFIX + "cpu_minute_peak_limit_ratio",
          "The most CPUs that the container used in a second of the last 60, as a ratio of its CPU"
              + " limit (cpu.stat, cpu.max).",
          LABELS);
  private static final Family CPU_STALLED = stalled("cpu", "waited for a CPU or its quota");
  private static final Family MEMORY_STALLED = stalled("memory", "stood still for want of memory");
  private static final Family IO_STALLED = stalled("io", "stood still for a disk");
  private static final Family CORE_SECONDS =
      Family.histogram(
          PREFIX + "cpu_sampled_cores",
          "CPUs that the container used, a sample for each second; a native histogram (cpu.stat,"
              + " cpuacct.usage).",
          LABELS);
  private static final Family MEMORY_SECONDS =
      Family.histogram(
          PREFIX + "memory_sampled_bytes",
          "Memory charged to the container, in bytes, a sample for each second; a native histogram"
              + " (memory.current).",
          LABELS);

  static final List<Family> FAMILIES =
      List.of(
          CORES,
          CORES_RATIO,
          MEMORY,
          THROTTLED,
          CPU_STALLED,
          MEMORY_STALLED,
          IO_STALLED,
          CORE_SECONDS,
          MEMORY_SECONDS);

  private MinuteMetrics() {}

  private static Family stalled(String resource, String words) {
    return Family.gauge(
        PREFIX + resource + "_pressure_minute_peak_ratio",
        "Time in which some task of the container "
            + words
            + ", as a ratio of a second of the last 60; of the worst second ("
            + resource
            + ".pressure).",
        LABELS);
  }

  /// @param limit CPUs that the container may use; empty where there is none
  static void write(ContainerMinute minute, OptionalDouble limit, Labels labels, Sink sink) {
    Peaks peaks = minute.peaks();
    write(CORES, peaks.cores(), labels, sink);
    if (peaks.cores().isPresent() && limit.isPresent() && limit.getAsDouble() > 0) {
      sink.sample(CORES_RATIO, labels, peaks.cores().getAsDouble() / limit.getAsDouble());
    }
    write(MEMORY, peaks.memory(), labels, sink);
    write(THROTTLED, peaks.throttled(), labels, sink);
    write(CPU_STALLED, peaks.cpuStalled(), labels, sink);
    write(MEMORY_STALLED, peaks.memoryStalled(), labels, sink);
    write(IO_STALLED, peaks.ioStalled(), labels, sink);
    sink.histogram(CORE_SECONDS, labels, minute::cores);
    sink.histogram(MEMORY_SECONDS, labels, minute::memory);
  }

  private static void write(Family family, OptionalDouble value, Labels labels, Sink sink) {
    if (value.isPresent()) sink.sample(family, labels, value.getAsDouble());
  }
}
