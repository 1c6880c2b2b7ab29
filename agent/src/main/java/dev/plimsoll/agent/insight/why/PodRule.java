package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodStatus;
import dev.plimsoll.agent.pod.PodStatus.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is told of the pod as a whole.
final class PodRule {
  private static final Duration SLOW_START = Duration.ofMinutes(1);

  private PodRule() {}

  static List<Finding> find(PodFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (facts.pod().isEmpty()) return findings;
    Pod pod = facts.pod().get();
    failed(pod.status()).ifPresent(findings::add);
    deleted(pod, facts).ifPresent(findings::add);
    pending(pod, facts).ifPresent(findings::add);
    return findings;
  }

  private static Optional<Finding> failed(PodStatus status) {
    if (!status.phase().equals("Failed")) return Optional.empty();
    boolean isEvicted = status.reason().equals("Evicted");
    String why = status.reason().isEmpty() ? "" : ": " + status.reason();
    return Optional.of(
        new Finding(
            Severity.CRITICAL,
            isEvicted ? "evicted" : "failed",
            "",
            isEvicted
                ? "The pod was evicted: the node ran short of something, or it used too much."
                : "The pod has failed" + why + ".",
            List.of(Evidence.word("reason", status.reason()))));
  }

  private static Optional<Finding> deleted(Pod pod, PodFacts facts) {
    Optional<Instant> deadline = pod.identity().deletion();
    if (deadline.isEmpty()) return Optional.empty();
    List<Evidence> evidence = new ArrayList<>();
    pod.identity()
        .deletionGrace()
        .ifPresent(grace -> evidence.add(Evidence.seconds("grace", Duration.ofSeconds(grace))));
    if (facts.now().isAfter(deadline.get())) {
      Duration late = facts.since(deadline.get());
      evidence.add(Evidence.seconds("late", late));
      String sentence = "The pod should have been gone " + Words.age(late) + " ago.";
      return Optional.of(
          new Finding(Severity.CRITICAL, "deletion_overdue", "", sentence, evidence));
    }
    Duration left = Duration.between(facts.now(), deadline.get());
    String sentence =
        "The pod is being deleted, and killed in " + Words.age(left) + " at the latest.";
    return Optional.of(new Finding(Severity.NOTICE, "deletion", "", sentence, evidence));
  }

  /// Where no container says more.
  private static Optional<Finding> pending(Pod pod, PodFacts facts) {
    boolean isTold = pod.containers().stream().anyMatch(each -> each.status().isPresent());
    Optional<Instant> created = pod.identity().created();
    if (!pod.status().phase().equals("Pending") || isTold || created.isEmpty()) {
      return Optional.empty();
    }
    Duration age = facts.since(created.get());
    if (age.compareTo(SLOW_START) < 0) return Optional.empty();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.seconds("age", age));
    for (Condition condition : pod.status().conditions()) {
      if (!condition.isTrue()) evidence.add(Evidence.word(condition.type(), condition.reason()));
    }
    String sentence = "The pod has been pending for " + Words.age(age) + ".";
    return Optional.of(new Finding(Severity.CRITICAL, "pending", "", sentence, evidence));
  }
}
