package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.reading.Pace;
import dev.plimsoll.agent.reading.PassCounts;
import dev.plimsoll.agent.self.ScrapeCounts;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;

/// `plimsoll_agent_*`: the agent itself.
public final class SelfMetrics {
  private static final Family BUILD =
      Family.info(
          "plimsoll_agent_build_info",
          "The agent's version and that of its Java runtime (own jar).",
          "version",
          "java");
  private static final Family START =
      Family.gauge(
          "plimsoll_agent_start_time_seconds",
          "When the agent started, in seconds since 1970 (own clock).");
  private static final Family PASSES =
      Family.counter(
          "plimsoll_agent_passes_total", "Passes over the sources of a pace (own count).", "pace");
  private static final Family PASS_SECONDS =
      Family.counter(
          "plimsoll_agent_pass_seconds_total",
          "Seconds that these passes took by the wall (own clock).",
          "pace");
  private static final Family SKIPPED =
      Family.counter(
          "plimsoll_agent_passes_skipped_total",
          "Passes left out because the reader was still busy (own count).",
          "pace");
  private static final Family FAILED =
      Family.counter(
          "plimsoll_agent_passes_failed_total",
          "Passes that broke off by a fault of the agent (own count).",
          "pace");
  private static final Family DROPPED =
      Family.counter(
          "plimsoll_dropped_series_total",
          "Series left out of pages because the family had too many or two were alike (own count).",
          "family");
  private static final Family SCRAPES =
      Family.counter(
          "plimsoll_agent_scrapes_total",
          "Answers to requests for metrics, by HTTP status; 499 where the client left before the"
              + " end (own count).",
          "path",
          "code");
  private static final Family SCRAPE_SECONDS =
      Family.counter(
          "plimsoll_agent_scrape_seconds_total",
          "Seconds that these answers took, until their last byte was written (own clock).",
          "path");
  private static final Family SCRAPE_BYTES =
      Family.counter(
          "plimsoll_agent_scrape_bytes_total",
          "Bytes of these answers as they were sent, compressed or not (own count).",
          "path");
  private static final Family IN_FLIGHT =
      Family.gauge(
          "plimsoll_agent_scrapes_in_flight",
          "Requests for metrics that are being answered now (own count).",
          "path");

  static final List<Family> FAMILIES =
      Stream.of(
              List.of(BUILD, START, PASSES, PASS_SECONDS, SKIPPED, FAILED, DROPPED),
              List.of(SCRAPES, SCRAPE_SECONDS, SCRAPE_BYTES, IN_FLIGHT),
              OwnUseMetrics.FAMILIES,
              PermissionMetrics.FAMILIES,
              PodSourceMetrics.FAMILIES,
              SourceMetrics.FAMILIES)
          .flatMap(List::stream)
          .toList();

  private SelfMetrics() {}

  public static void write(SelfView self, Sink sink) {
    String java = Runtime.version().toString();
    sink.sample(BUILD, Labels.of("version", self.version(), "java", java), 1);
    sink.sample(START, self.started().toEpochMilli() / 1e3);
    self.use().ifPresent(use -> OwnUseMetrics.write(use, sink));
    self.node().ifPresent(node -> SourceMetrics.write(node, self.failures(), self.now(), sink));
    PermissionMetrics.write(self.permissions(), sink);
    PodSourceMetrics.write(self.pods(), self.now(), sink);
    self.passes().forEach((pace, counts) -> write(pace, counts, sink));
    self.dropped()
        .forEach((family, count) -> sink.sample(DROPPED, Labels.of("family", family), count));
    self.scrapes().forEach(scrapes -> write(scrapes, sink));
  }

  private static void write(Pace pace, PassCounts counts, Sink sink) {
    Labels labels = Labels.of("pace", pace.label());
    sink.sample(PASSES, labels, counts.done());
    sink.sample(PASS_SECONDS, labels, counts.seconds());
    sink.sample(SKIPPED, labels, counts.skipped());
    sink.sample(FAILED, labels, counts.failed());
  }

  private static void write(ScrapeCounts scrapes, Sink sink) {
    Labels labels = Labels.of("path", scrapes.path());
    sink.sample(SCRAPE_SECONDS, labels, scrapes.seconds());
    sink.sample(SCRAPE_BYTES, labels, scrapes.bytes());
    sink.sample(IN_FLIGHT, labels, scrapes.inFlight());
    scrapes
        .answers()
        .forEach((status, count) -> sink.sample(SCRAPES, labels.add("code", "" + status), count));
  }
}
