package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.daemonset.node.Samples.Series;
import dev.plimsoll.daemonset.node.Samples.Value;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Our page beside two of the kubelet's, one taken before and one after it.
final class Comparison {
  private static final double TOLERANCE = 0.02;

  /// Each CPU takes 64 pages at a time from a group's account, so that a reading is off by as much.
  private static final double BATCHES = 64 * 4096.0 * Runtime.getRuntime().availableProcessors();

  /// A runtime puts a process into the groups of one hierarchy after the other, and it runs
  /// meanwhile: in seconds of CPU.
  private static final double JOINING = 0.01;

  private final Samples before;
  private final Samples after;
  private final Samples ours;
  private final Differences known;
  private final Map<String, String> wrong = new TreeMap<>();

  Comparison(Samples before, Samples after, Samples ours, Differences known) {
    this.before = before;
    this.after = after;
    this.ours = ours;
    this.known = known;
  }

  /// What differs and is not known to, by what it is about.
  Map<String, String> wrong() {
    compareFamilies();
    compareRows();
    compareValues();
    return wrong;
  }

  private void wrong(String kind, String what, String detail) {
    wrong.put(kind + ' ' + what, kind + ' ' + what + ' ' + detail);
  }

  private void compareFamilies() {
    for (String family : after.families()) {
      boolean both = ours.families().contains(family);
      if (both == known.explain("missing", family)) wrong("missing", family, "");
      String type = ours.types().get(family);
      if (both && !Objects.equals(after.types().get(family), type))
        wrong("type", family, "" + type);
    }
    for (String family : ours.families()) {
      boolean both = after.families().contains(family);
      if (!both && !known.explain("ours", family)) wrong("ours", family, "");
    }
  }

  private void compareRows() {
    for (Series series : after.values().keySet()) {
      if (!ours.families().contains(series.family())) continue;
      boolean both = ours.values().containsKey(series);
      if (!both && !known.explain("missing-row", series)) wrong("missing-row", "" + series, "");
    }
    for (Series series : ours.values().keySet()) {
      if (!after.families().contains(series.family())) continue;
      boolean both = after.values().containsKey(series);
      if (!both && !known.explain("our-row", series)) wrong("our-row", "" + series, "");
    }
  }

  private void compareValues() {
    int compared = 0;
    for (Map.Entry<Series, Value> entry : after.values().entrySet()) {
      Value value = ours.values().get(entry.getKey());
      Value earlier = before.values().get(entry.getKey());
      if (value == null || earlier == null) continue;
      compared++;
      compare(entry.getKey(), earlier.value(), value.value(), entry.getValue().value());
    }
    assertTrue(compared > 400, "compared only " + compared);
  }

  private void compare(Series series, double earlier, double value, double later) {
    double least = Math.min(earlier, later);
    double most = Math.max(earlier, later);
    double room =
        Math.max(TOLERANCE * Math.max(Math.abs(least), Math.abs(most)), room(series.family()));
    boolean same = value >= least - room && value <= most + room;
    if (same || known.explain("value", series)) return;
    wrong("value", "" + series, "is " + value + ", from " + least + " to " + most);
  }

  private static double room(String family) {
    if (family.startsWith("container_memory_")) return BATCHES;
    return family.equals("container_cpu_usage_seconds_total") ? JOINING : 0;
  }
}
