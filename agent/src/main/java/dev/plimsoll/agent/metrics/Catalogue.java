package dev.plimsoll.agent.metrics;

import java.util.List;
import java.util.stream.Stream;

/// Every family that `/metrics` may show. README's table, the dashboards and the rules are checked
/// against it, and so is what is really emitted.
public final class Catalogue {
  private Catalogue() {}

  public static List<Family> families() {
    return Stream.of(
            NodeMetrics.FAMILIES,
            FilesystemMetrics.FAMILIES,
            HardwareMetrics.FAMILIES,
            ProcessMetrics.FAMILIES,
            ContainerMetrics.FAMILIES,
            PodMetrics.FAMILIES,
            UnitMetrics.FAMILIES,
            SelfMetrics.FAMILIES)
        .flatMap(List::stream)
        .toList();
  }
}
