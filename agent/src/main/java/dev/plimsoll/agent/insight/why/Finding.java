package dev.plimsoll.agent.insight.why;

import java.util.List;

/// Something that is wrong with a pod, or worth to know.
///
/// @param kind what, for programs: `stop_signal_dropped`
/// @param container which; empty for the pod as a whole
/// @param sentence says it for people; may hold names from outside, escape it
public record Finding(
    Severity severity, String kind, String container, String sentence, List<Evidence> evidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }
}
