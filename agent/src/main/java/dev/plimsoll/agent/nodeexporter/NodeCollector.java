package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.Section;
import java.util.List;
import java.util.Optional;

/// What one collector of node_exporter shows, from readings that are there already. Names, labels,
/// values of labels and types are node_exporter's; the help is ours.
public interface NodeCollector {

  /// The source of the same name, by which the collector is asked for and switched off:
  /// `collect[]=loadavg`, `--no-collector.loadavg`.
  Source source();

  /// Every family whose name is known beforehand.
  List<Family> families();

  /// How the names of the other families begin, those that follow from what a file says:
  /// `node_memory_`. Empty for none.
  default List<String> derived() {
    return List.of();
  }

  /// What the collector cannot do without: where one of these is absent or failed, so has the
  /// collector.
  List<Reading<?>> needs(NodeSnapshot node);

  /// What it shows too where it is there. Only where one of these failed has the collector failed.
  default List<Reading<?>> uses(NodeSnapshot node) {
    return List.of();
  }

  /// Writes what there is; called by several threads at once.
  void write(NodeSnapshot node, Sink sink);

  /// The value of a reading where there is one.
  static <T> Optional<T> value(Reading<T> reading) {
    return reading.section().present();
  }

  /// Whether the last reading of everything it needs went well, in node_exporter's sense: what the
  /// kernel does not offer is no success there.
  default boolean succeeded(NodeSnapshot node) {
    return needs(node).stream().allMatch(reading -> isPresent(reading.section()))
        && uses(node).stream().noneMatch(reading -> isFailed(reading.section()));
  }

  private static boolean isPresent(Section<?> section) {
    return switch (section) {
      case Section.Present<?> _ -> true;
      case Section.Absent<?> _, Section.Failed<?> _ -> false;
    };
  }

  private static boolean isFailed(Section<?> section) {
    return switch (section) {
      case Section.Failed<?> _ -> true;
      case Section.Present<?> _, Section.Absent<?> _ -> false;
    };
  }
}
