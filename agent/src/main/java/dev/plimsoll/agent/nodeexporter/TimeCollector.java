package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.inventory.ClockSources;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// `time`: what time it is, and how the kernel knows.
final class TimeCollector implements NodeCollector {
  private static final Family NOW =
      Family.gauge("node_time_seconds", "The time, in seconds of Unix time (own clock).");
  private static final Family ZONE =
      Family.gauge(
          "node_time_zone_offset_seconds",
          "Seconds that the agent's time zone is ahead of UTC (own clock).",
          "time_zone");
  private static final Family AVAILABLE =
      Family.info(
          "node_time_clocksource_available_info",
          "What the kernel can read the time from (/sys/devices/system/clocksource).",
          "clocksource",
          "device");
  private static final Family CURRENT =
      Family.info(
          "node_time_clocksource_current_info",
          "What the kernel reads the time from (/sys/devices/system/clocksource).",
          "clocksource",
          "device");
  private static final DateTimeFormatter ZONE_NAME =
      DateTimeFormatter.ofPattern("zzz", Locale.ROOT);

  private final Clock clock;

  TimeCollector(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Source source() {
    return Source.TIME;
  }

  @Override
  public List<Family> families() {
    return List.of(NOW, ZONE, AVAILABLE, CURRENT);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.slow().clockSources());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    sink.sample(NOW, now.toEpochSecond() + now.getNano() / 1e9);
    sink.sample(ZONE, Labels.of("time_zone", zone(now)), now.getOffset().getTotalSeconds());
    NodeCollector.value(node.slow().clockSources()).ifPresent(clocks -> write(clocks, sink));
  }

  /// The names of zones are a large table, which hardly any node needs.
  private static String zone(ZonedDateTime now) {
    boolean utc = now.getZone().normalized().equals(ZoneOffset.UTC);
    return utc ? "UTC" : ZONE_NAME.format(now);
  }

  private static void write(ClockSources clocks, Sink sink) {
    for (String name : clocks.available()) sink.sample(AVAILABLE, labels(name), 1);
    sink.sample(CURRENT, labels(clocks.current()), 1);
  }

  private static Labels labels(String clockSource) {
    return Labels.of("clocksource", clockSource, "device", "0");
  }
}
