package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.OsRelease;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `os`: which distribution the node runs.
final class OsCollector implements NodeCollector {
  /// The labels of `node_os_info`, which are the names of the file in lower case.
  private static final List<String> LABELS =
      List.of(
          "build_id",
          "id",
          "id_like",
          "image_id",
          "image_version",
          "name",
          "pretty_name",
          "variant",
          "variant_id",
          "version",
          "version_codename",
          "version_id");

  private static final Family INFO =
      Family.info(
          "node_os_info",
          "What the distribution says of itself (/etc/os-release).",
          LABELS.toArray(String[]::new));
  private static final Family VERSION =
      Family.gauge(
          "node_os_version",
          "The version of the distribution, its major and minor part (/etc/os-release).",
          "id",
          "id_like",
          "name");
  private static final Family SUPPORT_END =
      Family.gauge(
          "node_os_support_end_timestamp_seconds",
          "When the distribution will no longer be supported, in seconds of Unix time"
              + " (/etc/os-release).");
  private static final Pattern NUMBER = Pattern.compile("^\\d+(\\.\\d+)?");

  @Override
  public Source source() {
    return Source.OS;
  }

  @Override
  public List<Family> families() {
    return List.of(INFO, VERSION, SUPPORT_END);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.slow().osRelease());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.slow().osRelease()).ifPresent(os -> write(os, sink));
  }

  private static void write(OsRelease os, Sink sink) {
    sink.sample(INFO, labels(os, LABELS), 1);
    Matcher version = NUMBER.matcher(value(os, "version_id"));
    if (version.find()) {
      Labels labels = labels(os, VERSION.labels());
      sink.sample(VERSION, labels, Double.parseDouble(version.group()));
    }
    os.value("SUPPORT_END")
        .flatMap(OsCollector::midnight)
        .ifPresent(seconds -> sink.sample(SUPPORT_END, seconds));
  }

  private static Optional<Long> midnight(String day) {
    try {
      return Optional.of(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Labels labels(OsRelease os, List<String> names) {
    return Labels.of(names, names.stream().map(name -> value(os, name)).toList());
  }

  private static String value(OsRelease os, String name) {
    return os.value(name.toUpperCase(Locale.ROOT)).orElse("");
  }
}
