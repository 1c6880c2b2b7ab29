package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.self.OwnUse;
import dev.plimsoll.agent.self.ScrapeCounts;
import dev.plimsoll.collectors.kernel.Limit;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What exporters written in Go tell of themselves, of the agent: `node_exporter_build_info`,
/// `process_*` and `promhttp_*`.
final class ExporterMetrics {
  private static final Family BUILD =
      Family.info(
          "node_exporter_build_info",
          "The version of Plimsoll that answers in node_exporter's place (own).",
          "version",
          "revision",
          "branch",
          "goversion",
          "goos",
          "goarch",
          "tags");
  private static final Family CPU =
      Family.counter(
          "process_cpu_seconds_total", "CPU seconds that the agent has used (/proc/self/stat).");
  private static final Family OPEN_FILES =
      Family.gauge("process_open_fds", "Open files of the agent (/proc/self/fd).");
  private static final Family MOST_FILES =
      Family.gauge("process_max_fds", "The most files it may open (/proc/self/limits).");
  private static final Family VIRTUAL =
      Family.gauge(
          "process_virtual_memory_bytes",
          "The size of the agent's address space in bytes (/proc/self/stat).");
  private static final Family MOST_VIRTUAL =
      Family.gauge(
          "process_virtual_memory_max_bytes",
          "The most that the agent's address space may be, in bytes; 2^64 where there is no limit"
              + " (/proc/self/limits).");
  private static final Family RESIDENT =
      Family.gauge(
          "process_resident_memory_bytes",
          "Resident memory of the agent in bytes (/proc/self/status).");
  private static final Family STARTED =
      Family.gauge(
          "process_start_time_seconds",
          "When the agent started, in seconds of Unix time (own clock).");
  private static final Family REQUESTS =
      Family.counter(
          "promhttp_metric_handler_requests_total",
          "Answers at this path, by their HTTP status (own count).",
          "code");
  private static final Family IN_FLIGHT =
      Family.gauge(
          "promhttp_metric_handler_requests_in_flight",
          "Requests at this path that are being answered (own count).");

  static final List<Family> FAMILIES =
      List.of(
          BUILD,
          CPU,
          OPEN_FILES,
          MOST_FILES,
          VIRTUAL,
          MOST_VIRTUAL,
          RESIDENT,
          STARTED,
          REQUESTS,
          IN_FLIGHT);

  /// What the kernel calls `RLIM_INFINITY`.
  private static final double UNLIMITED = 0x1p64;

  /// Counters that begin with the first failure would hide it from `increase()`.
  private static final List<Integer> STATUSES = List.of(200, 500, 503);

  /// How Go calls the processors that Java calls otherwise.
  private static final Map<String, String> MACHINES = Map.of("aarch64", "arm64", "x86_64", "amd64");

  private ExporterMetrics() {}

  static void write(ExporterView view, Sink sink) {
    sink.sample(BUILD, build(view), 1);
    sink.sample(STARTED, view.started().toEpochMilli() / 1e3);
    view.use().ifPresent(use -> write(use, sink));
    write(view.counts(), sink);
  }

  /// What Java has no word for is `unknown`: an empty label would be none.
  private static Labels build(ExporterView view) {
    String machine = MACHINES.getOrDefault(view.machine(), view.machine());
    return Labels.of(
        BUILD.labels(),
        List.of(view.version(), "unknown", "unknown", "unknown", "linux", machine, "unknown"));
  }

  private static void write(OwnUse use, Sink sink) {
    use.cpuMillis().ifPresent(millis -> sink.sample(CPU, millis / 1e3));
    write(OPEN_FILES, use.descriptors().open(), sink);
    write(MOST_FILES, use.descriptors().most(), sink);
    write(VIRTUAL, use.virtual().size(), sink);
    use.virtual().most().ifPresent(most -> sink.sample(MOST_VIRTUAL, bytes(most)));
    write(RESIDENT, use.resident(), sink);
  }

  private static double bytes(Limit limit) {
    return switch (limit) {
      case Limit.Of(long most) -> most;
      case Limit.Unlimited _ -> UNLIMITED;
    };
  }

  private static void write(Family family, OptionalLong value, Sink sink) {
    value.ifPresent(number -> sink.sample(family, number));
  }

  private static void write(ScrapeCounts counts, Sink sink) {
    Map<Integer, Long> answers = new TreeMap<>(counts.answers());
    for (int status : STATUSES) answers.putIfAbsent(status, 0L);
    answers.forEach(
        (status, count) ->
            sink.sample(REQUESTS, Labels.of("code", Integer.toString(status)), count));
    sink.sample(IN_FLIGHT, counts.inFlight());
  }
}
