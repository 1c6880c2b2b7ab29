package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import java.util.stream.Stream;

/// Makes families whose series carry cAdvisor's six labels.
final class CadvisorFamilies {
  private static final String[] LABELS = {"container", "id", "image", "name", "namespace", "pod"};

  private CadvisorFamilies() {}

  static Family gauge(String name, String help, String... more) {
    return Family.gauge("container_" + name, help, labels(more));
  }

  static Family counter(String name, String help, String... more) {
    return Family.counter("container_" + name, help, labels(more));
  }

  /// A counter whose name does not end in `_total`.
  static Family bareCounter(String name, String help, String... more) {
    return Family.bareCounter("container_" + name, help, labels(more));
  }

  private static String[] labels(String... more) {
    return Stream.concat(Stream.of(LABELS), Stream.of(more)).toArray(String[]::new);
  }
}
