package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.group.Count;
import dev.plimsoll.agent.group.Counts;
import dev.plimsoll.agent.group.GroupSample;
import dev.plimsoll.agent.group.GroupThreads;
import dev.plimsoll.agent.group.KernelUnits;
import dev.plimsoll.agent.group.SeriesLabels;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;

/// What `/metrics/process` shows of threads, by process-exporter's names. Only processes with more
/// than one thread have any.
final class NamedThreadMetrics {
  private static final Family WAITS =
      Family.gauge(
          "namedprocess_namegroup_threads_wchan",
          "Threads by the kernel function they wait in (/proc/<pid>/wchan).",
          "groupname",
          "wchan");
  private static final Family THREADS =
      Family.gauge(
          "namedprocess_namegroup_thread_count",
          "Threads by name (/proc/<pid>/task/<tid>/stat).",
          "groupname",
          "threadname");
  private static final Family CPU =
      counter("cpu_seconds_total", "Seconds of CPU time of threads by mode (stat).", "mode");
  private static final Family IO =
      counter("io_bytes_total", "Bytes fetched from and sent to storage (io).", "iomode");
  private static final Family MAJOR_FAULTS =
      counter("major_page_faults_total", "Page faults that read from disk (stat).");
  private static final Family MINOR_FAULTS =
      counter("minor_page_faults_total", "Page faults that read no disk (stat).");
  private static final Family SWITCHES =
      counter("context_switches_total", "Context switches of threads (status).", "ctxswitchtype");

  static final List<Family> FAMILIES =
      List.of(WAITS, THREADS, CPU, IO, MAJOR_FAULTS, MINOR_FAULTS, SWITCHES);

  private NamedThreadMetrics() {}

  private static Family counter(String name, String help, String... more) {
    List<String> labels = new ArrayList<>(List.of("groupname", "threadname"));
    labels.addAll(List.of(more));
    return Family.counter(
        "namedprocess_namegroup_thread_" + name,
        help.replace("(", "(/proc/<pid>/task/<tid>/"),
        labels.toArray(String[]::new));
  }

  static void write(GroupSample group, KernelUnits units, Sink sink) {
    group
        .threads()
        .waits()
        .forEach(
            (function, threads) ->
                sink.sample(
                    WAITS, group.labels().base().merge(Labels.of("wchan", function)), threads));
    for (GroupThreads.Named named : group.threads().named()) write(named, units, sink);
  }

  private static void write(GroupThreads.Named named, KernelUnits units, Sink sink) {
    Counts counts = named.counts();
    SeriesLabels labels = named.labels();
    double ticks = units.ticksPerSecond();
    sink.sample(THREADS, labels.base(), named.threads());
    sink.sample(CPU, labels.with(0, "mode", "user"), counts.get(Count.USER_TICKS) / ticks);
    sink.sample(CPU, labels.with(1, "mode", "system"), counts.get(Count.SYSTEM_TICKS) / ticks);
    sink.sample(IO, labels.with(2, "iomode", "read"), counts.get(Count.READ_BYTES));
    sink.sample(IO, labels.with(3, "iomode", "write"), counts.get(Count.WRITE_BYTES));
    sink.sample(MAJOR_FAULTS, labels.base(), counts.get(Count.MAJOR_FAULTS));
    sink.sample(MINOR_FAULTS, labels.base(), counts.get(Count.MINOR_FAULTS));
    Labels voluntary = labels.with(4, "ctxswitchtype", "voluntary");
    sink.sample(SWITCHES, voluntary, counts.get(Count.VOLUNTARY_SWITCHES));
    Labels nonvoluntary = labels.with(5, "ctxswitchtype", "nonvoluntary");
    sink.sample(SWITCHES, nonvoluntary, counts.get(Count.NONVOLUNTARY_SWITCHES));
  }
}
