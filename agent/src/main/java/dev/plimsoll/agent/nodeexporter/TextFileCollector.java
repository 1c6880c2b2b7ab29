package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.LabelText;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.textfile.TextFamily;
import dev.plimsoll.collectors.textfile.TextFile;
import dev.plimsoll.collectors.textfile.TextLabel;
import dev.plimsoll.collectors.textfile.TextMetrics;
import dev.plimsoll.collectors.textfile.TextSample;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// `textfile`: what others have written into files. Series of histograms and summaries have the
/// names and labels of the file and no type. What has a name of another collector is left out.
final class TextFileCollector implements NodeCollector {
  private static final Family MODIFIED =
      Family.gauge(
          "node_textfile_mtime_seconds",
          "When a file was written, in seconds since 1970 (--collector.textfile.directory).",
          "file");
  private static final Family ERROR =
      Family.gauge(
          "node_textfile_scrape_error",
          "1 where something in the files could not be shown, 0 else (own count).");

  private static final List<String> PAGE = List.of("node_scrape_collector_", "node_exporter_");

  private final Set<String> taken = new HashSet<>();
  private final List<String> takenStarts;

  /// @param others the collectors whose names no file may use
  TextFileCollector(List<NodeCollector> others) {
    for (Family family : families()) taken.add(family.name());
    for (NodeCollector other : others) {
      for (Family family : other.families()) taken.add(family.name());
    }
    takenStarts =
        Stream.concat(PAGE.stream(), others.stream().flatMap(other -> other.derived().stream()))
            .toList();
  }

  @Override
  public Source source() {
    return Source.TEXTFILE;
  }

  @Override
  public List<Family> families() {
    return List.of(MODIFIED, ERROR);
  }

  @Override
  public List<String> derived() {
    return List.of("");
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of();
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.counters().subsystems().textFiles());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    boolean whole =
        switch (node.counters().subsystems().textFiles().section()) {
          case Section.Present<TextMetrics>(TextMetrics metrics, var flaws) ->
              write(metrics, sink) && flaws.isEmpty();
          case Section.Absent<TextMetrics> _ -> true;
          case Section.Failed<TextMetrics> _ -> false;
        };
    sink.sample(ERROR, whole ? 0 : 1);
  }

  /// @return whether all of it could be shown
  private boolean write(TextMetrics metrics, Sink sink) {
    boolean whole = true;
    for (TextFamily family : metrics.families()) {
      if (isTaken(family)) whole = false;
      else write(family, sink);
    }
    for (TextFile file : metrics.files()) {
      long seconds = Math.floorDiv(file.modifiedNanos(), 1_000_000_000L);
      sink.sample(MODIFIED, Labels.of("file", file.path()), seconds);
    }
    return whole;
  }

  private boolean isTaken(TextFamily family) {
    if (isTaken(family.name())) return true;
    for (TextSample sample : family.samples()) {
      if (!sample.name().equals(family.name()) && isTaken(sample.name())) return true;
    }
    return false;
  }

  private boolean isTaken(String name) {
    if (taken.contains(name)) return true;
    for (String start : takenStarts) {
      if (name.startsWith(start)) return true;
    }
    return false;
  }

  private static void write(TextFamily family, Sink sink) {
    String help = LabelText.of(family.help().orElse("Read from " + family.path() + "."));
    Family own = family(family, help);
    for (TextSample sample : family.samples()) {
      boolean part = !sample.name().equals(own.name());
      sink.sample(part ? Family.untyped(sample.name(), help) : own, labels(sample), sample.value());
    }
  }

  private static Family family(TextFamily family, String help) {
    String name = family.name();
    return switch (family.type()) {
      case GAUGE -> Family.gauge(name, help);
      case COUNTER -> Family.counter(name, help);
      case HISTOGRAM, SUMMARY, UNTYPED -> Family.untyped(name, help);
    };
  }

  private static Labels labels(TextSample sample) {
    String[] names = sample.labels().stream().map(TextLabel::name).toArray(String[]::new);
    String[] values = sample.labels().stream().map(TextLabel::value).toArray(String[]::new);
    return Labels.of(names, values);
  }
}
