package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.group.ProcessGroups;
import dev.plimsoll.agent.insight.Insights;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.recent.MinuteKeeper;
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
            InsightMetrics.FAMILIES,
            PodMetrics.FAMILIES,
            PodStateMetrics.FAMILIES,
            ProbeMetrics.FAMILIES,
            VolumeMetrics.FAMILIES,
            PodDiskMetrics.FAMILIES,
            KubeletDiskMetrics.FAMILIES,
            UnitMetrics.FAMILIES,
            SelfMetrics.FAMILIES)
        .flatMap(List::stream)
        .toList();
  }

  /// Writes everything but what the agent tells of itself.
  public static void write(
      PodView view, ProcessGroups groups, MinuteKeeper minutes, Insights insights, Sink sink) {
    NodeMetrics.write(view.node(), sink);
    FilesystemMetrics.write(view.node(), sink);
    ContainerMetrics.write(view, minutes, sink);
    InsightMetrics.write(insights, view.pods(), sink);
    PodMetrics.write(view, sink);
    PodStateMetrics.write(view.table(), sink);
    VolumeMetrics.write(view.table(), view.disks(), sink);
    PodDiskMetrics.write(view.table(), view.disks(), sink);
    KubeletDiskMetrics.write(view.disks(), sink);
    UnitMetrics.write(view.node(), sink);
    ProcessMetrics.write(groups, sink);
    HardwareMetrics.write(view.node(), sink);
  }
}
