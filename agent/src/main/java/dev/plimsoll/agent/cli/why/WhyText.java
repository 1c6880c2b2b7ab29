package dev.plimsoll.agent.cli.why;

import dev.plimsoll.agent.cli.Printable;
import dev.plimsoll.agent.cli.table.CellWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// What is wrong with pods, in lines for people.
public final class WhyText {
  private static final String NOTHING = "nothing wrong that the agent can see";
  private static final int SEVERITY_WIDTH = 12;
  private static final int LEAST_WIDTH = 40;
  private static final String BLANKS = " ".repeat(SEVERITY_WIDTH);

  private final int width;
  private final List<String> lines = new ArrayList<>();

  /// @param width cells of a line; empty for 80
  public WhyText(OptionalInt width) {
    this.width = Math.max(LEAST_WIDTH, width.orElse(80));
  }

  /// One pod, with evidence and what is not known of it.
  public List<String> one(ToldPod pod) {
    lines.add(title(pod));
    for (ToldFinding finding : pod.findings()) {
      wrap(severity(finding), finding.sentence());
      if (!finding.evidence().isEmpty()) wrap(BLANKS, String.join(", ", finding.evidence()));
    }
    if (pod.isWell()) lines.add("  " + NOTHING);
    for (String unread : pod.unread()) wrap("  not known:  ", unread);
    return lines;
  }

  /// The pods with which something is wrong.
  ///
  /// @param most pods that are shown in full
  public List<String> all(List<ToldPod> pods, int most) {
    List<ToldPod> ill = pods.stream().filter(pod -> !pod.isWell()).toList();
    for (ToldPod pod : ill.subList(0, Math.min(most, ill.size()))) {
      lines.add(title(pod));
      for (ToldFinding finding : pod.findings()) wrap(severity(finding), finding.sentence());
    }
    if (ill.size() > most) lines.add((ill.size() - most) + " more with findings; see --all");
    int well = pods.size() - ill.size();
    if (well > 0 || pods.isEmpty()) {
      lines.add(well + (well == 1 ? " pod: " : " pods: ") + NOTHING);
    }
    return lines;
  }

  private static String title(ToldPod pod) {
    String phase = pod.phase().isEmpty() ? "" : "  " + pod.phase();
    return Printable.of(pod.title() + phase);
  }

  private static String severity(ToldFinding finding) {
    String label = "  " + Printable.of(finding.severity().toUpperCase(Locale.ROOT));
    return label + " ".repeat(Math.max(1, SEVERITY_WIDTH - label.length()));
  }

  /// Words below each other where they do not fit, behind what begins the first line.
  private void wrap(String begin, String text) {
    StringBuilder line = new StringBuilder(begin);
    boolean isEmpty = true;
    for (String word : Printable.of(text).split(" ", -1)) {
      boolean fits = CellWidth.of(line.toString()) + 1 + CellWidth.of(word) <= width;
      if (!isEmpty && !fits) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(begin.length()));
        isEmpty = true;
      }
      if (!isEmpty) line.append(' ');
      line.append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
  }
}
