package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.ContainerInsight;
import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.ContainerStatus.Running;
import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import dev.plimsoll.agent.pod.ContainerStatus.Waiting;
import dev.plimsoll.agent.pod.PodContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What state a container is in, and how its last run ended.
final class StateRule {
  private static final Duration LONG_INIT = Duration.ofMinutes(1);
  private static final Duration RECENT = Duration.ofHours(1);

  private StateRule() {}

  static List<Finding> find(PodFacts pod, ContainerFacts container) {
    Optional<PodContainer> spec = container.spec();
    Optional<ContainerStatus> status = spec.flatMap(PodContainer::status);
    if (status.isEmpty()) return List.of();
    Optional<Finding> finding =
        switch (status.get().state()) {
          case Waiting(String reason) -> waiting(reason, spec.get(), status.get(), pod);
          case Terminated end -> ended(end, spec.get(), status.get(), pod);
          case Running(Optional<Instant> since) ->
              spec.get().kind() == PodContainer.Kind.INIT
                  ? init(since, container, pod)
                  : restarted(spec.get(), status.get(), pod);
        };
    return finding.stream().toList();
  }

  private static Optional<Finding> waiting(
      String reason, PodContainer container, ContainerStatus status, PodFacts pod) {
    return switch (reason) {
      case "CrashLoopBackOff" -> Optional.of(crashes(container, status, pod));
      case "ImagePullBackOff",
          "ErrImagePull",
          "ErrImageNeverPull",
          "InvalidImageName",
          "ImageInspectError",
          "RegistryUnavailable" ->
          Optional.of(image(reason, container));
      case "", "PodInitializing", "ContainerCreating" -> Optional.empty();
      default ->
          Optional.of(
              new Finding(
                  Severity.CRITICAL,
                  "not_started",
                  container.name(),
                  String.format(
                      Locale.ROOT, "Container %s cannot be started: %s.", container.name(), reason),
                  List.of(Evidence.word("reason", reason))));
    };
  }

  private static Finding crashes(PodContainer container, ContainerStatus status, PodFacts pod) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.count("restarts", status.restarts()));
    String last = "";
    if (status.last().isPresent()) {
      evidence.addAll(Exit.evidence(status.last().get(), pod));
      last = "; the last run ended with " + Exit.text(status.last().get());
    }
    String times = Words.count(status.restarts(), "restart", "restarts");
    return new Finding(
        Severity.CRITICAL,
        "crash_loop",
        container.name(),
        String.format(
            Locale.ROOT,
            "Container %s keeps ending, and waits to be started again after %s%s.",
            container.name(),
            times,
            last),
        evidence);
  }

  private static Finding image(String reason, PodContainer container) {
    return new Finding(
        Severity.CRITICAL,
        "image",
        container.name(),
        String.format(
            Locale.ROOT,
            "The image %s of container %s cannot be had: %s.",
            container.image(),
            container.name(),
            reason),
        List.of(Evidence.word("image", container.image()), Evidence.word("reason", reason)));
  }

  private static Optional<Finding> ended(
      Terminated end, PodContainer container, ContainerStatus status, PodFacts pod) {
    if (end.exitCode() == 0) return Optional.empty();
    List<Evidence> evidence = new ArrayList<>(Exit.evidence(end, pod));
    evidence.add(Evidence.count("restarts", status.restarts()));
    return Optional.of(
        new Finding(
            Severity.CRITICAL,
            "ended",
            container.name(),
            String.format(
                Locale.ROOT, "Container %s has ended with %s.", container.name(), Exit.text(end)),
            evidence));
  }

  private static Optional<Finding> init(
      Optional<Instant> since, ContainerFacts container, PodFacts pod) {
    if (since.isEmpty()) return Optional.empty();
    Duration age = pod.since(since.get());
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.seconds("running_for", age));
    container
        .insight()
        .map(ContainerInsight::comm)
        .ifPresent(comm -> evidence.add(Evidence.word("process", comm)));
    return Optional.of(
        new Finding(
            age.compareTo(LONG_INIT) < 0 ? Severity.NOTICE : Severity.WARNING,
            "init",
            container.name(),
            String.format(
                Locale.ROOT,
                "Init container %s has been running for %s; what comes after it waits.",
                container.name(),
                Words.age(age)),
            evidence));
  }

  private static Optional<Finding> restarted(
      PodContainer container, ContainerStatus status, PodFacts pod) {
    if (status.restarts() == 0 || status.last().isEmpty()) return Optional.empty();
    Terminated last = status.last().get();
    if (MemoryRule.isKilled(last, pod)) return Optional.empty();
    Optional<Duration> ago = last.finished().map(pod::since);
    boolean isRecent = ago.isPresent() && ago.get().compareTo(RECENT) < 0;
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.count("restarts", status.restarts()));
    evidence.addAll(Exit.evidence(last, pod));
    String when = ago.map(age -> " " + Words.age(age) + " ago").orElse("");
    return Optional.of(
        new Finding(
            isRecent ? Severity.WARNING : Severity.NOTICE,
            "restarted",
            container.name(),
            String.format(
                Locale.ROOT,
                "Container %s has been restarted %s; the last run ended%s with %s.",
                container.name(),
                status.restarts() == 1 ? "once" : status.restarts() + " times",
                when,
                Exit.text(last)),
            evidence));
  }
}
