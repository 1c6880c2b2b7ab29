package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.insight.ContainerInsight;
import dev.plimsoll.agent.insight.Insights;
import dev.plimsoll.agent.insight.LimitUse;
import dev.plimsoll.agent.insight.OomCounts;
import dev.plimsoll.agent.insight.Session;
import dev.plimsoll.agent.insight.StopSignalAudit;
import dev.plimsoll.agent.insight.ZombieParent;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// `plimsoll_container_*` of which only processes and pods together tell.
final class InsightMetrics {
  private static final String PREFIX = "plimsoll_container_";

  private static final Family STOP_SIGNAL =
      gauge(
          "sigterm_handled",
          "Whether the container's first process handles the signal that asks it to end, 1 or 0;"
              + " where it does not, each deletion waits for the whole grace period"
              + " (/proc/<pid>/status).",
          "signal");
  private static final Family SESSIONS =
      gauge(
          "sessions",
          "Processes brought into the container from outside, by kind: interactive, probe, hook,"
              + " other; and what such ones left behind: leftover, detached (/proc/<pid>/stat).",
          "kind");
  private static final Family SESSION_START =
      gauge(
          "session_oldest_start_time_seconds",
          "When the oldest of these processes of a kind started, in seconds since 1970"
              + " (/proc/<pid>/stat).",
          "kind");
  private static final Family ZOMBIES =
      gauge(
          "zombies",
          "Processes that have ended and whose parent has not asked for their exit codes, by the"
              + " name of that parent (/proc/<pid>/stat).",
          "parent");
  private static final Family LIMIT =
      gauge(
          "limit_used_ratio",
          "How much of a limit is used, as a ratio: open_files of the process nearest to its own,"
              + " pids, memory (working set); and by whom most (/proc/<pid>/limits, pids.max,"
              + " memory.max).",
          "resource",
          "process");

  private static final Family OOM_KILLS =
      counter(
          "oom_kills_total",
          "Processes of the container that the OOM killer ended, through its restarts"
              + " (memory.events, memory.oom_control; the kubelet's word where a control group ended"
              + " before it was read).");
  private static final Family SILENT_OOM_KILLS =
      counter(
          "silent_oom_kills_total",
          "Those of them that the container's first process outlived, so that no restart shows them"
              + " (memory.events, memory.oom_control, /proc/<pid>/stat).");

  static final List<Family> FAMILIES =
      List.of(STOP_SIGNAL, SESSIONS, SESSION_START, ZOMBIES, LIMIT, OOM_KILLS, SILENT_OOM_KILLS);

  private InsightMetrics() {}

  private static Family gauge(String name, String help, String... more) {
    return family(name, Family.Type.GAUGE, help, more);
  }

  private static Family counter(String name, String help) {
    return family(name, Family.Type.COUNTER, help);
  }

  private static Family family(String name, Family.Type type, String help, String... more) {
    List<String> own = List.of("namespace", "pod", "container", "workload", "workload_kind");
    List<String> labels = Stream.concat(own.stream(), Stream.of(more)).toList();
    return new Family(PREFIX + name, type, help, labels);
  }

  static void write(Insights insights, PodIndex pods, Sink sink) {
    Map<ContainerName, ContainerInsight> named = new LinkedHashMap<>();
    for (ContainerInsight insight : insights.containers().values()) {
      pods.find(insight.owner())
          .filter(name -> !name.container().equals(ContainerName.SANDBOX))
          .ifPresent(name -> named.merge(name, insight, InsightMetrics::newer));
    }
    named.forEach((name, insight) -> write(insight, insights, name.labels(), sink));
    insights.ooms().forEach((name, ooms) -> write(ooms, name, sink));
  }

  private static void write(OomCounts ooms, ContainerName name, Sink sink) {
    if (name.container().equals(ContainerName.SANDBOX)) return;
    Labels labels = name.labels();
    sink.sample(OOM_KILLS, labels, ooms.kills());
    ooms.silent().ifPresent(silent -> sink.sample(SILENT_OOM_KILLS, labels, silent));
  }

  /// A restarted container has its name at once with the one that it replaces.
  private static ContainerInsight newer(ContainerInsight one, ContainerInsight other) {
    return other.first().startTicks() > one.first().startTicks() ? other : one;
  }

  private static void write(ContainerInsight insight, Insights insights, Labels labels, Sink sink) {
    insight.stopSignal().ifPresent(audit -> write(audit, labels, sink));
    writeSessions(insight, insights, labels, sink);
    writeZombies(insight, labels, sink);
    for (LimitUse use : insight.limits()) {
      Labels whose = labels.add("resource", use.resource().label()).add("process", use.process());
      sink.sample(LIMIT, whose, use.ratio());
    }
  }

  private static void write(StopSignalAudit audit, Labels labels, Sink sink) {
    sink.sample(
        STOP_SIGNAL, labels.add("signal", audit.signal().name()), audit.isHandled() ? 1 : 0);
  }

  private static void writeSessions(
      ContainerInsight insight, Insights insights, Labels labels, Sink sink) {
    Map<Session.Kind, Integer> counts = new EnumMap<>(Session.Kind.class);
    for (Session session : insight.sessions()) {
      boolean isOldest = counts.merge(session.kind(), 1, Integer::sum) == 1;
      if (!isOldest) continue;
      Labels kind = labels.add("kind", text(session.kind()));
      insights
          .start(session.id())
          .ifPresent(start -> sink.sample(SESSION_START, kind, start.toEpochMilli() / 1e3));
    }
    counts.forEach((kind, count) -> sink.sample(SESSIONS, labels.add("kind", text(kind)), count));
  }

  private static String text(Session.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// Several parents may have one name.
  private static void writeZombies(ContainerInsight insight, Labels labels, Sink sink) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ZombieParent parent : insight.zombies()) {
      counts.merge(parent.comm(), parent.zombies(), Integer::sum);
    }
    counts.forEach((parent, count) -> sink.sample(ZOMBIES, labels.add("parent", parent), count));
  }
}
