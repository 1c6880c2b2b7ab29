package dev.plimsoll.agent.cli.top;

import java.util.Set;
import java.util.function.Predicate;

/// Which processes are shown.
///
/// @param text only lines with this in their command, user, pod or container; empty for all
/// @param pod only pods and containers with this in their name; empty for all
/// @param user only of this user; empty for all
/// @param pids only these; empty for all
public record TopFilter(String text, String pod, String user, Set<Integer> pids) {
  public static final TopFilter ALL = new TopFilter("", "", "", Set.of());

  public TopFilter {
    pids = Set.copyOf(pids);
  }

  TopFilter withText(String other) {
    return new TopFilter(other, pod, user, pids);
  }

  TopFilter withPod(String other) {
    return new TopFilter(text, other, user, pids);
  }

  TopFilter withUser(String other) {
    return new TopFilter(text, pod, other, pids);
  }

  boolean takes(TopRow row) {
    if (!pids.isEmpty() && !pids.contains(row.pid())) return false;
    if (!user.isEmpty() && !row.facts().user().equals(user)) return false;
    return hasText(row) && inPod(row);
  }

  private boolean hasText(TopRow row) {
    Predicate<String> has = part -> part.contains(text);
    return has.test(row.command(true))
        || has.test(row.stat().comm())
        || has.test(row.facts().user())
        || has.test(row.pod())
        || has.test(row.place());
  }

  private boolean inPod(TopRow row) {
    return pod.isEmpty()
        || row.pod().contains(pod)
        || (row.facts().container().isPresent() && row.place().contains(pod));
  }

  /// In words, for the line above the table.
  String words() {
    StringBuilder words = new StringBuilder();
    if (!text.isEmpty()) words.append("Only lines with \"").append(text).append("\". ");
    if (!pod.isEmpty()) words.append("Only pods with \"").append(pod).append("\". ");
    if (!user.isEmpty()) words.append("Only of \"").append(user).append("\". ");
    if (!pids.isEmpty()) words.append("Only ").append(pids.size()).append(" by number. ");
    return words.toString();
  }
}
