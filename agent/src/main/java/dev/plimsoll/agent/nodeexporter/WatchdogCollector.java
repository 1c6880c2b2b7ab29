package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.machine.Watchdogs;
import dev.plimsoll.collectors.machine.Watchdogs.Attribute;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `watchdog`: what starts the machine anew when nobody feeds it.
final class WatchdogCollector implements NodeCollector {
  private static final Family INFO =
      Family.info(
          "node_watchdog_info",
          "A watchdog, as its driver describes it (/sys/class/watchdog).",
          "name",
          "options",
          "identity",
          "state",
          "status",
          "pretimeout_governor");
  private static final EnumFamilies<Attribute> NUMBERS =
      EnumFamilies.of(Attribute.class, WatchdogCollector::family);

  private static Family family(Attribute attribute) {
    return Family.gauge(
        "node_watchdog_" + name(attribute),
        meaning(attribute) + " (/sys/class/watchdog/*/" + attribute.file() + ").",
        "name");
  }

  private static String name(Attribute attribute) {
    return switch (attribute) {
      case TIME_LEFT, TIMEOUT, PRE_TIMEOUT -> attribute.file() + "_seconds";
      case BOOT_STATUS, FIRMWARE_VERSION, NO_WAY_OUT, ACCESS_CS0 -> attribute.file();
    };
  }

  private static String meaning(Attribute attribute) {
    return switch (attribute) {
      case BOOT_STATUS -> "Why the machine last started, in the bits of the driver";
      case FIRMWARE_VERSION -> "Version of the watchdog's firmware";
      case NO_WAY_OUT -> "1 if the watchdog cannot be stopped once it runs";
      case TIME_LEFT -> "Seconds until the watchdog starts the machine anew";
      case TIMEOUT -> "Seconds that the watchdog may go without being fed";
      case PRE_TIMEOUT -> "Seconds before the end at which the watchdog warns";
      case ACCESS_CS0 -> "1 if the machine was started from its other flash chip";
    };
  }

  @Override
  public Source source() {
    return Source.WATCHDOG;
  }

  @Override
  public List<Family> families() {
    return NUMBERS.and(INFO);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().watchdogs());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().watchdogs())
        .ifPresent(all -> all.watchdogs().forEach(watchdog -> write(watchdog, sink)));
  }

  private static void write(Watchdogs.Watchdog watchdog, Sink sink) {
    Labels name = Labels.of("name", watchdog.name());
    watchdog
        .numbers()
        .forEach((attribute, value) -> sink.sample(NUMBERS.of(attribute), name, (double) value));
    sink.sample(INFO, name.merge(words(watchdog)), 1);
  }

  private static Labels words(Watchdogs.Watchdog watchdog) {
    return Labels.of(
        "options", watchdog.options(),
        "identity", watchdog.identity(),
        "state", watchdog.state(),
        "status", watchdog.status(),
        "pretimeout_governor", watchdog.governor());
  }
}
