package dev.plimsoll.agent.pod;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A page in Prometheus' text format (`text/plain; version=0.0.4`), of which some families are
/// kept.
final class MetricsText {
  private static final List<String> HISTOGRAM_ENDS = List.of("_bucket", "_sum", "_count");
  private static final int MOST_SERIES = 16_384;
  private static final int MOST_FAMILIES = 64;

  private final Predicate<String> wanted;
  private final Map<String, FamilyReader> families = new LinkedHashMap<>();
  private @Nullable FamilyReader last;
  private int series;

  private MetricsText(Predicate<String> wanted) {
    this.wanted = wanted;
  }

  /// @param wanted says of a family's name whether to keep it
  /// @throws IOException where the stream fails or holds something else
  static List<ToldFamily> read(InputStream in, Predicate<String> wanted) throws IOException {
    MetricsText text = new MetricsText(wanted);
    TextLines lines = new TextLines(in);
    for (String line = lines.next(); line != null; line = lines.next()) text.take(line);
    return text.families.values().stream().map(FamilyReader::family).toList();
  }

  private void take(String line) throws IOException {
    if (line.isEmpty()) return;
    if (line.charAt(0) == '#') comment(line);
    else if (last == null || !last.takeBucket(line)) sample(line);
  }

  private void comment(String line) {
    String[] words = line.split(" ", 4);
    if (words.length < 4) return;
    FamilyReader family = family(words[2]);
    if (family == null) return;
    switch (words[1]) {
      case "TYPE" -> family.type(words[3]);
      case "HELP" -> family.help(words[3].replace("\\n", "\n").replace("\\\\", "\\"));
      default -> {}
    }
  }

  private void sample(String line) throws IOException {
    String name = line.substring(0, nameEnd(line));
    last = familyOf(name);
    if (last == null || series >= MOST_SERIES) return;
    if (last.take(name, line)) series++;
  }

  private static int nameEnd(String line) throws IOException {
    int end = 0;
    while (end < line.length() && isOfName(line.charAt(end))) end++;
    boolean ends = end < line.length() && (line.charAt(end) == '{' || line.charAt(end) == ' ');
    if (end == 0 || !ends) throw new NotPodsException("not a page of metrics");
    return end;
  }

  private static boolean isOfName(char unit) {
    return unit == '_' || unit == ':' || (unit < 0x80 && Character.isLetterOrDigit(unit));
  }

  /// A line of a histogram has an end of its own behind the family's name.
  private @Nullable FamilyReader familyOf(String name) {
    for (String end : HISTOGRAM_ENDS) {
      if (!name.endsWith(end)) continue;
      FamilyReader family = families.get(name.substring(0, name.length() - end.length()));
      if (family != null && family.isHistogram()) return family;
    }
    return family(name);
  }

  private @Nullable FamilyReader family(String name) {
    FamilyReader known = families.get(name);
    if (known != null || !wanted.test(name) || families.size() >= MOST_FAMILIES) return known;
    return families.computeIfAbsent(name, FamilyReader::new);
  }

  /// The number at that place; a time may stand behind it.
  static double number(String line, int from) throws IOException {
    int end = line.indexOf(' ', from);
    try {
      String text = line.substring(from, end < 0 ? line.length() : end);
      return switch (text) {
        case "+Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      throw new NotPodsException("a number that is none");
    }
  }
}
