package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.group.GroupKeeper;
import dev.plimsoll.agent.group.GroupTracker;
import dev.plimsoll.agent.group.NamingRules;
import dev.plimsoll.agent.insight.InsightKeeper;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.recent.MinuteKeeper;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.process.ProcessTable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The nodes that were captured for tests, read as the agent reads, at a time that stands still.
public final class CapturedNode {
  public static final List<String> NAMES = List.of("v1-hybrid", "v2");
  public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final StatVfs HALF_FULL = new StatVfs(4096, 1000, 500, 450, 200, 150, false);

  private CapturedNode() {}

  /// The node, with the processes of some containers on it. They are read now, after the files of
  /// its control groups were made.
  public static NodeSnapshot read(String name) {
    Reading<ProcessTable> processes = reader("containers").readProcesses();
    return answered(reader(name))
        .with(
            new Reading<>(
                processes.source(), processes.section(), Instant.now(), processes.took()));
  }

  /// All of a node, once nothing of it is late: a machine that is busy keeps even files waiting.
  public static NodeSnapshot answered(NodeReader reader) {
    NodeSnapshot node = reader.read();
    for (int again = 0; again < 100 && isLate(node); again++) {
      node = node.with(reader.readSlow()).with(reader.devices());
    }
    return node;
  }

  private static boolean isLate(NodeSnapshot node) {
    Stream<Section<?>> sections =
        Stream.concat(node.slow().all().stream(), node.devices().all().stream())
            .map(Reading::section);
    Stream<Section<?>> sizes =
        node.slow().filesystems().section().present().stream()
            .flatMap(filesystems -> filesystems.all().stream().map(Filesystem::size));
    return Stream.concat(sections, sizes)
        .flatMap(section -> section.failures().stream())
        .anyMatch(failure -> failure.kind() == SourceFailure.Kind.TIMEOUT);
  }

  private static NodeReader reader(String name) {
    String root = "../collectors/src/test/resources/fixtures/" + name;
    Roots roots = new Roots(root + "/proc", root + "/sys", root + "/root");
    return new NodeReader(roots, CLOCK, Set.of(), _ -> HALF_FULL);
  }

  /// Writes what `/metrics` shows of it.
  static void write(NodeSnapshot node, Sink sink) {
    GroupTracker tracker =
        new GroupTracker(NamingRules.none(), NamingRules.byComm(), Long::toString);
    GroupKeeper groups = new GroupKeeper(tracker, PodIndex::standAlone);
    groups.snapshot(node, node);
    PodView view = new PodView(node, PodIndex.standAlone());
    InsightKeeper insights = new InsightKeeper(_ -> view);
    insights.snapshot(node, node);
    Catalogue.write(view, groups.groups(), new MinuteKeeper(), insights.insights(), sink);
  }
}
