package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.OomCounts;
import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import dev.plimsoll.agent.pod.PodContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who was killed for want of memory.
final class MemoryRule {
  private static final Duration RECENT = Duration.ofHours(24);

  private MemoryRule() {}

  static List<Finding> find(PodFacts pod, ContainerFacts container) {
    List<Finding> findings = new ArrayList<>();
    killed(pod, container).ifPresent(findings::add);
    silent(container).ifPresent(findings::add);
    return findings;
  }

  /// Whether the run ended in the last day, killed for want of memory.
  static boolean isKilled(Terminated end, PodFacts pod) {
    return end.isOomKill()
        && end.finished().filter(at -> pod.since(at).compareTo(RECENT) <= 0).isPresent();
  }

  private static Optional<Finding> killed(PodFacts pod, ContainerFacts container) {
    Optional<ContainerStatus> status = container.spec().flatMap(PodContainer::status);
    Optional<Duration> ago =
        status
            .flatMap(
                told -> told.state() instanceof Terminated now ? Optional.of(now) : told.last())
            .filter(end -> isKilled(end, pod))
            .flatMap(Terminated::finished)
            .map(pod::since);
    if (ago.isEmpty()) return Optional.empty();
    String why =
        container.memoryLimit().isPresent()
            ? "because it came to its memory limit of "
                + Words.bytes(container.memoryLimit().getAsDouble())
            : "for want of memory, without a limit of its own";
    return Optional.of(
        new Finding(
            Severity.CRITICAL,
            "oom_killed",
            container.name(),
            String.format(
                Locale.ROOT,
                "Container %s was killed %s ago %s.",
                container.name(),
                Words.age(ago.get()),
                why),
            evidence(container)));
  }

  private static Optional<Finding> silent(ContainerFacts container) {
    long silent = container.ooms().map(OomCounts::silent).map(count -> count.orElse(0)).orElse(0L);
    if (silent == 0) return Optional.empty();
    return Optional.of(
        new Finding(
            Severity.WARNING,
            "silent_oom",
            container.name(),
            String.format(
                Locale.ROOT,
                "The OOM killer ended %s of container %s, and its first process lived on: no restart"
                    + " shows that.",
                Words.count(silent, "process", "processes"),
                container.name()),
            evidence(container)));
  }

  private static List<Evidence> evidence(ContainerFacts container) {
    List<Evidence> evidence = new ArrayList<>();
    container
        .spec()
        .flatMap(PodContainer::status)
        .ifPresent(told -> evidence.add(Evidence.count("restarts", told.restarts())));
    container.ooms().ifPresent(ooms -> evidence.add(Evidence.count("oom_kills", ooms.kills())));
    container.memoryLimit().ifPresent(bytes -> evidence.add(Evidence.bytes("limit", bytes)));
    container.memoryPeak().ifPresent(bytes -> evidence.add(Evidence.bytes("peak", (double) bytes)));
    container
        .workingSet()
        .ifPresent(bytes -> evidence.add(Evidence.bytes("working_set", (double) bytes)));
    return evidence;
  }
}
