package dev.plimsoll.collectors.textfile;

import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes one page of what several files say. Where two contradict each other the first one counts,
/// and the other is named.
final class TextMerge {
  /// Series of all files together. Each takes some 300 bytes for as long as its file stays.
  static final int MOST_SERIES = 10_000;

  private final Gathering gathering;
  private final Map<String, List<TextFamily>> families = new LinkedHashMap<>();
  private final Set<Series> seen = new HashSet<>();
  private boolean full;

  private record Series(String name, List<TextLabel> labels) {}

  TextMerge(Gathering gathering) {
    this.gathering = gathering;
  }

  void add(List<TextFamily> file) {
    for (TextFamily family : file) add(family);
  }

  private void add(TextFamily family) {
    List<TextFamily> parts = families.computeIfAbsent(family.name(), _ -> new ArrayList<>());
    if (!parts.isEmpty() && parts.getFirst().type() != family.type()) {
      complain(family, "of another type than in " + parts.getFirst().path());
    } else {
      parts.add(
          new TextFamily(
              family.name(),
              family.type(),
              family.help(),
              fresh(family),
              family.path(),
              family.line()));
      checkHelp(parts.getFirst(), family);
    }
  }

  private void checkHelp(TextFamily first, TextFamily family) {
    boolean same =
        first.help().isEmpty() || family.help().isEmpty() || first.help().equals(family.help());
    if (!same) complain(family, "with another help than in " + first.path());
  }

  private List<TextSample> fresh(TextFamily family) {
    List<TextSample> fresh = new ArrayList<>();
    for (TextSample sample : family.samples()) {
      if (seen.size() >= MOST_SERIES) {
        if (!full) complain(family, "beyond " + MOST_SERIES + " series, which are left out");
        full = true;
        break;
      }
      if (seen.add(new Series(sample.name(), sample.labels()))) fresh.add(sample);
      else complain(family, "with a series that is there already");
    }
    return fresh;
  }

  private void complain(TextFamily family, String what) {
    gathering.add(
        new SourceFailure(
            SourceFailure.Kind.MALFORMED,
            family.path(),
            family.line(),
            family.name() + ": " + what));
  }

  List<TextFamily> families() {
    return families.values().stream()
        .map(TextMerge::joined)
        .filter(family -> !family.samples().isEmpty())
        .toList();
  }

  private static TextFamily joined(List<TextFamily> parts) {
    TextFamily first = parts.getFirst();
    if (parts.size() == 1) return first;
    return new TextFamily(
        first.name(),
        first.type(),
        parts.stream().flatMap(part -> part.help().stream()).findFirst(),
        parts.stream().flatMap(part -> part.samples().stream()).toList(),
        first.path(),
        first.line());
  }
}
