package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// `plimsoll_pods_*`: what is known of pods, from whom, and how old it is.
final class PodSourceMetrics {
  private static final Set<String> TELL_OF_PODS = Set.of("kubelet", "api", "logs");
  private static final Family KNOWN =
      Family.gauge(
          "plimsoll_pods_known", "Pods of this node that somebody told of (source in use).");
  private static final Family AGE =
      Family.gauge(
          "plimsoll_pods_age_seconds",
          "Seconds since the state of pods was last told or held to be the same (own clock).");
  private static final Family IN_USE =
      Family.gauge(
          "plimsoll_pods_source_in_use",
          "1 for the source that tells of pods now, 0 for the others that may: kubelet, api, logs"
              + " (own choice).",
          "source");
  private static final Family ANSWERS =
      Family.counter(
          "plimsoll_pods_source_answers_total",
          "Times that a source told: kubelet, api and logs of pods, events of a watch included;"
              + " probes, stats and node of what they are called for (own count).",
          "source");
  private static final Family BYTES =
      Family.counter(
          "plimsoll_pods_source_bytes_total",
          "Bytes of the whole answers of a source; of a watch, of its lists alone (own count).",
          "source");
  private static final Family SOURCE_AGE =
      Family.gauge(
          "plimsoll_pods_source_age_seconds",
          "Seconds since a source last told; what it told is shown until it tells again"
              + " (own clock).",
          "source");
  private static final Family FAILING =
      Family.gauge(
          "plimsoll_pods_source_failing",
          "Whether a source failed to tell when it was last asked, 1 or 0 (own count).",
          "source");
  private static final Family ERRORS =
      Family.counter(
          "plimsoll_pods_source_errors_total",
          "Times that a source did not tell of pods, by class: unreachable, timeout, tls,"
              + " unauthorized, forbidden, gone, status, cut_off, too_large, malformed, file"
              + " (own count).",
          "source",
          "class");

  static final List<Family> FAMILIES =
      List.of(KNOWN, AGE, IN_USE, ANSWERS, BYTES, SOURCE_AGE, FAILING, ERRORS);

  private PodSourceMetrics() {}

  static void write(PodsReport pods, Instant now, Sink sink) {
    sink.sample(KNOWN, pods.table().pods().size());
    pods.told().ifPresent(told -> sink.sample(AGE, Duration.between(told, now).toMillis() / 1e3));
    pods.sources().forEach(source -> write(source, pods.source(), now, sink));
  }

  private static void write(SourceReport source, String inUse, Instant now, Sink sink) {
    Labels labels = Labels.of("source", source.name());
    if (TELL_OF_PODS.contains(source.name())) {
      sink.sample(IN_USE, labels, source.name().equals(inUse) ? 1 : 0);
    }
    sink.sample(ANSWERS, labels, source.answers());
    sink.sample(BYTES, labels, source.bytes());
    source
        .told()
        .ifPresent(
            at -> sink.sample(SOURCE_AGE, labels, Duration.between(at, now).toMillis() / 1e3));
    sink.sample(FAILING, labels, source.trouble().isEmpty() ? 0 : 1);
    source.errors().forEach((kind, count) -> sink.sample(ERRORS, labels.add("class", kind), count));
  }
}
