package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.Probe;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.pod.ProbeResults.Counts;
import dev.plimsoll.agent.pod.ProbeResults.History;
import dev.plimsoll.agent.pod.ProbeResults.Times;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `plimsoll_probe_*`: what each probe is to do, and how it does.
public final class ProbeMetrics {
  private static final String PREFIX = "plimsoll_probe_";

  private static final Family INFO =
      family(
          "info",
          Family.Type.INFO,
          "What the probe does: exec, http, tcp or grpc (spec.containers).",
          "handler");
  private static final Family RESULTS =
      family(
          "results_total",
          Family.Type.COUNTER,
          "Tries of the probe by result: successful, failed, unknown; who takes too long has failed"
              + " (kubelet, prober_probe_total).",
          "result");
  private static final Family STREAK =
      family(
          "consecutive_failures",
          Family.Type.GAUGE,
          "Failures of the probe since its last success, at least (kubelet, prober_probe_total).");
  private static final Family STREAK_RATIO =
      family(
          "failure_threshold_ratio",
          Family.Type.GAUGE,
          "These failures as a ratio of the threshold at which the kubelet acts; 1 and more where it"
              + " has (spec.containers, prober_probe_total).");
  private static final Family LAST_SUCCESS =
      family(
          "last_success_time_seconds",
          Family.Type.GAUGE,
          "When the probe was last seen to succeed, in seconds since 1970 (own clock).");
  private static final Family THRESHOLD =
      family(
          "failure_threshold",
          Family.Type.GAUGE,
          "Consecutive failures at which the kubelet acts (spec.containers).");
  private static final Family PERIOD =
      family("period_seconds", Family.Type.GAUGE, "Seconds between two tries (spec.containers).");
  private static final Family TIMEOUT =
      family(
          "timeout_seconds",
          Family.Type.GAUGE,
          "Seconds until a try counts as failed (spec.containers).");

  private static final Family TIMED =
      family(
          "timed_total",
          Family.Type.COUNTER,
          "Tries of the probe whose time the kubelet keeps: those that did not fail"
              + " (kubelet, prober_probe_duration_seconds).");
  private static final Family DURATION =
      family(
          "duration_seconds_total",
          Family.Type.COUNTER,
          "Seconds that these tries took together (kubelet, prober_probe_duration_seconds).");

  static final List<Family> FAMILIES =
      List.of(
          INFO,
          RESULTS,
          STREAK,
          STREAK_RATIO,
          LAST_SUCCESS,
          THRESHOLD,
          PERIOD,
          TIMEOUT,
          TIMED,
          DURATION);

  private ProbeMetrics() {}

  private static Family family(String name, Family.Type type, String help, String... more) {
    List<String> own =
        List.of("namespace", "pod", "container", "workload", "workload_kind", "probe");
    return new Family(
        PREFIX + name, type, help, Stream.concat(own.stream(), Stream.of(more)).toList());
  }

  public static void write(PodTable pods, ProbeResults results, Sink sink) {
    for (Pod pod : pods.current()) {
      for (PodContainer container : pod.containers()) {
        for (Probe probe : container.probes()) write(pod, container, probe, results, sink);
      }
    }
  }

  private static void write(
      Pod pod, PodContainer container, Probe probe, ProbeResults results, Sink sink) {
    Labels labels = labels(pod, container, probe);
    write(probe, labels, sink);
    ProbeResults.Key key = new ProbeResults.Key(pod.groupUid(), container.name(), probe.type());
    History history = results.probes().get(key);
    if (history != null) write(history, probe, labels, sink);
    ProbeResults.Name name =
        new ProbeResults.Name(pod.namespace(), pod.name(), container.name(), probe.type());
    Times times = results.times().get(name);
    if (times != null) write(times, labels, sink);
  }

  private static Labels labels(Pod pod, PodContainer container, Probe probe) {
    return Labels.of(
        "namespace", pod.namespace(),
        "pod", pod.name(),
        "container", container.name(),
        "workload", pod.workload().name(),
        "workload_kind", pod.workload().kind(),
        "probe", probe.type().name().toLowerCase(Locale.ROOT));
  }

  private static void write(Probe probe, Labels labels, Sink sink) {
    sink.sample(INFO, labels.add("handler", handler(probe.handler())), 1);
    sink.sample(THRESHOLD, labels, probe.failureThreshold());
    sink.sample(PERIOD, labels, probe.period());
    sink.sample(TIMEOUT, labels, probe.timeout());
  }

  private static String handler(Probe.Handler handler) {
    return switch (handler) {
      case Probe.Exec _ -> "exec";
      case Probe.Http _ -> "http";
      case Probe.Tcp _ -> "tcp";
      case Probe.Grpc _ -> "grpc";
      case Probe.Unknown _ -> "unknown";
    };
  }

  private static void write(Times times, Labels labels, Sink sink) {
    sink.sample(TIMED, labels, times.tries());
    sink.sample(DURATION, labels, times.seconds());
  }

  private static void write(History history, Probe probe, Labels labels, Sink sink) {
    Counts counts = history.counts();
    sink.sample(RESULTS, labels.add("result", "successful"), counts.successful());
    sink.sample(RESULTS, labels.add("result", "failed"), counts.failed());
    sink.sample(RESULTS, labels.add("result", "unknown"), counts.unknown());
    sink.sample(STREAK, labels, history.streak());
    int threshold = Math.max(1, probe.failureThreshold());
    sink.sample(STREAK_RATIO, labels, (double) history.streak() / threshold);
    history
        .lastSuccess()
        .ifPresent(at -> sink.sample(LAST_SUCCESS, labels, at.toEpochMilli() / 1e3));
  }
}
