package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.ContainerInsight;
import dev.plimsoll.agent.insight.StopSignalAudit;
import dev.plimsoll.agent.pod.PodContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who does not end when asked to.
final class StopSignalRule {
  /// What the API gives a pod that asks for nothing else.
  private static final long USUAL_GRACE = 30;

  private StopSignalRule() {}

  static List<Finding> find(PodFacts pod, ContainerFacts container) {
    if (container.insight().isEmpty() || isPassing(container)) return List.of();
    ContainerInsight insight = container.insight().get();
    return insight
        .stopSignal()
        .filter(audit -> !audit.isHandled())
        .map(audit -> finding(audit, insight, pod, container))
        .stream()
        .toList();
  }

  /// A container that initialises the pod ends by itself.
  private static boolean isPassing(ContainerFacts container) {
    return container.spec().map(PodContainer::kind).equals(Optional.of(PodContainer.Kind.INIT));
  }

  private static Finding finding(
      StopSignalAudit audit, ContainerInsight insight, PodFacts pod, ContainerFacts container) {
    Optional<Long> told = pod.pod().flatMap(known -> known.spec().grace());
    Duration grace = Duration.ofSeconds(told.orElse(USUAL_GRACE));
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.word("signal", audit.signal().name()));
    evidence.add(Evidence.word("process", insight.comm()));
    told.ifPresent(_ -> evidence.add(Evidence.seconds("grace", grace)));
    return new Finding(
        Severity.WARNING,
        "stop_signal_dropped",
        container.name(),
        String.format(
            Locale.ROOT,
            "The first process of container %s, %s, has no handler for %s: each deletion takes the whole grace of %s.",
            container.name(),
            insight.comm(),
            audit.signal().name(),
            Words.age(grace)),
        evidence);
  }
}
