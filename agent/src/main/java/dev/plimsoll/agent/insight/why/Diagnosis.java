package dev.plimsoll.agent.insight.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is wrong with one pod.
///
/// @param phase `Running`; empty where nobody told
/// @param findings the worst first; empty where nothing is wrong that shows
/// @param unread what is not known, in words; may hold names from outside, escape it
public record Diagnosis(
    String namespace, String pod, String phase, List<Finding> findings, List<String> unread) {
  /// The worst first, then those with most findings, then by name.
  public static final Comparator<Diagnosis> WORST_FIRST =
      Comparator.comparingInt(Diagnosis::rank)
          .thenComparing(Comparator.comparingInt(Diagnosis::worst).reversed())
          .thenComparing(Diagnosis::namespace)
          .thenComparing(Diagnosis::pod);

  public Diagnosis {
    findings = List.copyOf(findings);
    unread = List.copyOf(unread);
  }

  static Diagnosis of(PodFacts pod) {
    List<Finding> findings = new ArrayList<>(PodRule.find(pod));
    for (ContainerFacts container : pod.containers()) {
      findings.addAll(StateRule.find(pod, container));
      findings.addAll(MemoryRule.find(pod, container));
      findings.addAll(ProbeRule.find(pod, container));
      findings.addAll(LimitRule.find(container));
      findings.addAll(LoadRule.find(container));
      findings.addAll(StopSignalRule.find(pod, container));
      findings.addAll(SessionRule.find(pod, container));
      findings.addAll(ZombieRule.find(container));
    }
    findings.sort(Comparator.comparing(Finding::severity));
    String phase = pod.pod().map(known -> known.status().phase()).orElse("");
    return new Diagnosis(pod.namespace(), pod.name(), phase, findings, Unread.of(pod));
  }

  /// How bad the worst is; empty where nothing is wrong.
  public Optional<Severity> severity() {
    return findings.stream().map(Finding::severity).findFirst();
  }

  private int rank() {
    return severity().map(Severity::ordinal).orElse(Severity.values().length);
  }

  /// How many findings are as bad as the worst.
  private int worst() {
    Optional<Severity> severity = severity();
    return (int)
        findings.stream().filter(each -> Optional.of(each.severity()).equals(severity)).count();
  }
}
