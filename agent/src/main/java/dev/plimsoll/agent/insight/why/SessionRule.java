package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.ContainerInsight;
import dev.plimsoll.agent.insight.Session;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who is in a container from outside, and what was left there.
final class SessionRule {
  private static final int MANY_DETACHED = 10;

  private SessionRule() {}

  static List<Finding> find(PodFacts pod, ContainerFacts container) {
    List<Session> sessions = container.insight().map(ContainerInsight::sessions).orElse(List.of());
    List<Finding> findings = new ArrayList<>();
    of(Session.Kind.LEFTOVER, sessions, 1)
        .map(
            some ->
                finding("leftover", Severity.WARNING, left(some, container), some, pod, container))
        .ifPresent(findings::add);
    overdue(sessions, pod, container).ifPresent(findings::add);
    of(Session.Kind.INTERACTIVE, sessions, 1)
        .map(
            some ->
                finding(
                    "session", Severity.NOTICE, open(some, pod, container), some, pod, container))
        .ifPresent(findings::add);
    of(Session.Kind.DETACHED, sessions, MANY_DETACHED)
        .map(
            some ->
                finding(
                    "detached", Severity.NOTICE, detached(some, container), some, pod, container))
        .ifPresent(findings::add);
    return findings;
  }

  private static Optional<List<Session>> of(
      Session.Kind kind, List<Session> sessions, int atLeast) {
    List<Session> some = sessions.stream().filter(each -> each.kind() == kind).toList();
    return some.size() < atLeast ? Optional.empty() : Optional.of(some);
  }

  private static String left(List<Session> some, ContainerFacts container) {
    String what = Words.count(some.size(), "process", "processes");
    String which = some.size() == 1 ? ": " : ", the oldest of them ";
    return String.format(
        Locale.ROOT,
        "An exec that has ended left %s in container %s%s%s.",
        what,
        container.name(),
        which,
        some.getFirst().comm());
  }

  private static String open(List<Session> some, PodFacts pod, ContainerFacts container) {
    String what = Words.count(some.size(), "terminal is", "terminals are");
    String age =
        pod.insights()
            .age(some.getFirst().id())
            .map(known -> ", the first for " + Words.age(known))
            .orElse("");
    return String.format(Locale.ROOT, "%s open in container %s%s.", what, container.name(), age);
  }

  private static String detached(List<Session> some, ContainerFacts container) {
    return String.format(
        Locale.ROOT,
        "%d processes in container %s belong to sessions whose beginner has ended: services in the background, or left behind by short execs.",
        some.size(),
        container.name());
  }

  /// An exec probe that has run for longer than the kubelet waits for it.
  private static Optional<Finding> overdue(
      List<Session> sessions, PodFacts pod, ContainerFacts container) {
    int timeout = timeout(container);
    List<Session> late =
        sessions.stream()
            .filter(each -> each.kind() == Session.Kind.PROBE)
            .filter(
                each ->
                    pod.insights()
                        .age(each.id())
                        .filter(age -> age.toSeconds() > timeout + 1)
                        .isPresent())
            .toList();
    if (late.isEmpty() || timeout == 0) return Optional.empty();
    String sentence =
        String.format(
            Locale.ROOT,
            "A probe's command has been running in container %s for longer than its timeout of %d s.",
            container.name(),
            timeout);
    return Optional.of(finding("probe_overdue", Severity.WARNING, sentence, late, pod, container));
  }

  /// Of the exec probe that is given most time; 0 without one.
  private static int timeout(ContainerFacts container) {
    return container.spec().map(PodContainer::probes).orElse(List.of()).stream()
        .filter(probe -> probe.handler() instanceof Probe.Exec)
        .mapToInt(Probe::timeout)
        .max()
        .orElse(0);
  }

  /// @param some the oldest first
  private static Finding finding(
      String kind,
      Severity severity,
      String sentence,
      List<Session> some,
      PodFacts pod,
      ContainerFacts container) {
    Session oldest = some.getFirst();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.count("count", some.size()));
    evidence.add(Evidence.word("process", oldest.comm()));
    evidence.add(Evidence.count("pid", oldest.id().pid()));
    Optional<Duration> age = pod.insights().age(oldest.id());
    age.ifPresent(known -> evidence.add(Evidence.seconds("oldest", known)));
    return new Finding(severity, kind, container.name(), sentence, evidence);
  }
}
