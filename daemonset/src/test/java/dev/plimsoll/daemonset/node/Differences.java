package dev.plimsoll.daemonset.node;

import dev.plimsoll.daemonset.node.Samples.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/// The known differences between the kubelet's page and ours, each with its reason.
final class Differences {
  private record Known(String kind, Pattern family, Pattern labels) {}

  private final List<Known> known = new ArrayList<>();

  static Differences read(Path file) throws IOException {
    Differences differences = new Differences();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) differences.add(line);
    }
    return differences;
  }

  private void add(String line) {
    String[] parts = line.split(" \\| ", -1);
    String[] head = parts[0].split(" ", 2);
    boolean row = parts.length == 3;
    boolean reason = !parts[parts.length - 1].isBlank();
    if (head.length != 2 || !reason || (parts.length != 2 && !row)) {
      throw new AssertionError("not a difference with its reason: " + line);
    }
    String labels = row ? parts[1] : "";
    known.add(new Known(head[0], Pattern.compile(head[1].strip()), Pattern.compile(labels)));
  }

  boolean explain(String kind, Series series) {
    return known.stream()
        .filter(each -> each.kind().equals(kind))
        .filter(each -> each.family().matcher(series.family()).matches())
        .anyMatch(each -> each.labels().matcher(series.text()).find());
  }

  boolean explain(String kind, String family) {
    return explain(kind, new Series(family, Collections.emptySortedMap()));
  }
}
