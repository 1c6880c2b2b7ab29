package dev.plimsoll.agent.group;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A group's name with places in it that are filled in for each process: `{{.ExeBase}}-{{.PID}}`.
/// It is the part of Go's template language that names are made of: fields, `.Matches.x`, `index`,
/// comments and the trimming `{{-` and `-}}`. Other actions are refused when the file is read.
final class NameTemplate {

  /// Adds its piece of the name.
  @FunctionalInterface
  private interface Part {
    void append(NamingFacts process, Map<String, String> matches, StringBuilder name);
  }

  private static final DateTimeFormatter GO_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern(" xx 'UTC'")
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final List<Part> parts;

  private NameTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  static NameTemplate comm() {
    return parse("{{.Comm}}");
  }

  /// @throws IllegalArgumentException naming the action that is not understood
  static NameTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    String rest = text;
    for (int open; (open = rest.indexOf("{{")) >= 0; ) {
      int close = rest.indexOf("}}", open);
      if (close < 0) throw new IllegalArgumentException("'{{' is not closed by '}}'");
      String action = rest.substring(open + 2, close);
      boolean trimsBefore = action.startsWith("- ");
      boolean trimsAfter = action.endsWith(" -");
      addText(
          parts, trimsBefore ? rest.substring(0, open).stripTrailing() : rest.substring(0, open));
      addAction(
          parts, action.substring(trimsBefore ? 1 : 0, action.length() - (trimsAfter ? 1 : 0)));
      rest = rest.substring(close + 2);
      if (trimsAfter) rest = rest.stripLeading();
    }
    addText(parts, rest);
    return new NameTemplate(parts);
  }

  String render(NamingFacts process, Map<String, String> matches) {
    StringBuilder name = new StringBuilder();
    for (Part part : parts) part.append(process, matches, name);
    return name.toString();
  }

  private static void addText(List<Part> parts, String text) {
    if (!text.isEmpty()) parts.add((_, _, name) -> name.append(text));
  }

  private static void addAction(List<Part> parts, String action) {
    String stripped = action.strip();
    if (stripped.startsWith("/*") && stripped.endsWith("*/")) return;
    if (stripped.startsWith("index ")) parts.add(index(stripped));
    else if (stripped.startsWith(".Matches."))
      parts.add(match(stripped.substring(9), "<no value>"));
    else parts.add(field(stripped));
  }

  private static Part field(String action) {
    return switch (action) {
      case ".Comm" -> (process, _, name) -> name.append(process.comm());
      case ".ExeBase" -> (process, _, name) -> name.append(process.exeBase());
      case ".ExeFull" -> (process, _, name) -> name.append(process.exeFull());
      case ".Username" -> (process, _, name) -> name.append(process.userName());
      case ".PID" -> (process, _, name) -> name.append(process.pid());
      case ".StartTime" -> (process, _, name) -> name.append(goTime(process.startTime()));
      case ".Cgroups" ->
          (process, _, name) ->
              name.append('[').append(String.join(" ", process.cgroups())).append(']');
      case ".Matches" -> (_, matches, name) -> name.append(goMap(matches));
      default -> throw unknown(action);
    };
  }

  private static Part match(String key, String otherwise) {
    return (_, matches, name) -> name.append(matches.getOrDefault(key, otherwise));
  }

  /// `index .Cgroups 0` and `index .Matches "x"`.
  private static Part index(String action) {
    String[] words = action.split("\\s+", 3);
    if (words.length < 3) throw unknown(action);
    if (words[1].equals(".Matches") && words[2].matches("\"[^\"\\\\]*\"")) {
      return match(words[2].substring(1, words[2].length() - 1), "");
    }
    if (!words[1].equals(".Cgroups") || !words[2].matches("\\d{1,4}")) throw unknown(action);
    int place = Integer.parseInt(words[2]);
    return (process, _, name) ->
        name.append(place < process.cgroups().size() ? process.cgroups().get(place) : "");
  }

  private static IllegalArgumentException unknown(String action) {
    return new IllegalArgumentException(
        "'{{"
            + action
            + "}}' is none of .Comm .ExeBase .ExeFull .Username .PID .StartTime .Cgroups"
            + " .Matches.NAME, index .Cgroups N, index .Matches \"NAME\"");
  }

  private static String goTime(Instant time) {
    return GO_TIME.format(time);
  }

  private static String goMap(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> entry.getKey() + ':' + entry.getValue())
        .sorted()
        .collect(Collectors.joining(" ", "map[", "]"));
  }
}
