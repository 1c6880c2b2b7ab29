package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.ContainerInsight;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.Probe;
import dev.plimsoll.agent.pod.ProbeResults.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Which probes fail, and what their container lacks meanwhile.
final class ProbeRule {
  private static final double MUCH_THROTTLED = 0.25;
  private static final double MUCH_STALLED = 0.2;

  private ProbeRule() {}

  static List<Finding> find(PodFacts pod, ContainerFacts container) {
    List<Finding> findings = new ArrayList<>();
    for (Probe probe : container.spec().map(PodContainer::probes).orElse(List.of())) {
      History history = container.probes().get(probe.type());
      if (history != null && history.streak() > 0) {
        findings.add(finding(probe, history, container));
      }
    }
    return findings;
  }

  private static Finding finding(Probe probe, History history, ContainerFacts container) {
    int threshold = Math.max(1, probe.failureThreshold());
    boolean isOver = history.streak() >= threshold;
    String sentence =
        String.format(
            Locale.ROOT,
            "The %s probe of container %s has failed %s in a row; %s%s.",
            probe.type().name().toLowerCase(Locale.ROOT),
            container.name(),
            history.streak() == 1 ? "once" : history.streak() + " times",
            isOver ? acted(probe) : "at " + threshold + " " + acts(probe),
            cause(container));
    return new Finding(
        isOver ? Severity.CRITICAL : Severity.WARNING,
        "probe_failing",
        container.name(),
        sentence,
        evidence(probe, history, container));
  }

  private static String acts(Probe probe) {
    return switch (probe.type()) {
      case LIVENESS, STARTUP -> "the container is restarted";
      case READINESS -> "the pod gets no more traffic";
    };
  }

  private static String acted(Probe probe) {
    return switch (probe.type()) {
      case LIVENESS, STARTUP -> "that is enough to have the container restarted";
      case READINESS -> "the pod gets no traffic";
    };
  }

  /// Throttling first: who is throttled shows as stalled for the CPU too.
  private static String cause(ContainerFacts container) {
    if (isAbove(container.throttled(), MUCH_THROTTLED)) {
      return "; it used up its CPU quota in "
          + Words.percent(container.throttled().getAsDouble())
          + " of the periods of a second within the last minute";
    }
    if (isAbove(container.memoryStall(), MUCH_STALLED)) {
      return stands("memory", container.memoryStall());
    }
    if (isAbove(container.ioStall(), MUCH_STALLED)) return stands("disks", container.ioStall());
    if (isAbove(container.cpuStall(), MUCH_STALLED)) return stands("a CPU", container.cpuStall());
    return "";
  }

  private static boolean isAbove(OptionalDouble value, double most) {
    return value.orElse(0) >= most;
  }

  private static String stands(String what, OptionalDouble share) {
    String percent = Words.percent(share.getAsDouble());
    return "; tasks of it waited for " + what + " in " + percent + " of the last 10 s";
  }

  private static List<Evidence> evidence(Probe probe, History history, ContainerFacts container) {
    List<Evidence> evidence = new ArrayList<>();
    int threshold = Math.max(1, probe.failureThreshold());
    evidence.add(Evidence.count("consecutive_failures", history.streak()));
    evidence.add(Evidence.count("threshold", threshold));
    evidence.add(Evidence.ratio("threshold_ratio", (double) history.streak() / threshold));
    evidence.add(new Evidence.Amount("timeout", probe.timeout(), "seconds"));
    ratio("throttled", container.throttled(), evidence);
    ratio("cpu_stalled", container.cpuStall(), evidence);
    ratio("memory_stalled", container.memoryStall(), evidence);
    ratio("io_stalled", container.ioStall(), evidence);
    container
        .insight()
        .map(ContainerInsight::stuck)
        .filter(stuck -> stuck > 0)
        .ifPresent(stuck -> evidence.add(Evidence.count("uninterruptible", stuck)));
    return evidence;
  }

  private static void ratio(String name, OptionalDouble value, List<Evidence> evidence) {
    value.ifPresent(ratio -> evidence.add(Evidence.ratio(name, ratio)));
  }
}
