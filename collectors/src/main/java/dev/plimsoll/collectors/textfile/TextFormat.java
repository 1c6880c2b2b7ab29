package dev.plimsoll.collectors.textfile;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Prometheus' text format, version 0.0.4
/// (<https://prometheus.io/docs/instrumenting/exposition_formats/>). A file counts whole or not at
/// all: of one that is being written just now, what is there may be half of a number.
final class TextFormat {
  /// Labels of all series of a file. One series has a hundred at most.
  static final int MOST_LABELS = 100_000;

  private final KernelText text;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private int series;
  private int labels;

  private TextFormat(KernelText text) {
    this.text = text;
  }

  /// What is known of a family so far.
  private static final class Draft {
    private final int line;
    private final List<TextSample> samples = new ArrayList<>();
    private TextFamily.@Nullable Type type;
    private @Nullable String help;

    Draft(int line) {
      this.line = line;
    }

    TextFamily.Type type() {
      return type == null ? TextFamily.Type.UNTYPED : type;
    }

    TextFamily family(String name, String path) {
      return new TextFamily(name, type(), Optional.ofNullable(help), samples, path, line);
    }
  }

  static List<TextFamily> parse(KernelText text) throws MalformedSourceException {
    TextFormat format = new TextFormat(text);
    int line = 0;
    while (text.nextLine()) format.line(++line);
    if (text.length() > 0 && text.at(text.length() - 1) != '\n') {
      throw text.malformed("the last line has no end");
    }
    List<TextFamily> families = new ArrayList<>();
    format.drafts.forEach((name, draft) -> families.add(draft.family(name, text.path())));
    families.removeIf(family -> family.samples().isEmpty());
    return List.copyOf(families);
  }

  private void line(int number) throws MalformedSourceException {
    if (text.take("#")) {
      comment(number);
    } else if (text.hasField()) {
      take(TextFormatLine.sample(text), number);
    }
  }

  /// One more than all files together may have is enough to know that they are too many.
  private void take(TextSample sample, int number) throws MalformedSourceException {
    labels += sample.labels().size();
    if (labels > MOST_LABELS) throw text.malformed("more than " + MOST_LABELS + " labels");
    Draft draft = draft(family(sample.name()), number);
    if (series++ <= TextMerge.MOST_SERIES) draft.samples.add(sample);
  }

  private void comment(int number) throws MalformedSourceException {
    if (!text.hasField()) return;
    switch (text.word()) {
      case "HELP" -> help(draft(TextFormatLine.name(text, true), number));
      case "TYPE" -> type(draft(TextFormatLine.name(text, true), number));
      default -> {}
    }
  }

  private void help(Draft draft) throws MalformedSourceException {
    if (draft.help != null) throw text.malformed("a second help");
    draft.help = TextFormatLine.help(text);
  }

  private void type(Draft draft) throws MalformedSourceException {
    if (draft.type != null) throw text.malformed("a second type");
    if (!draft.samples.isEmpty()) throw text.malformed("a type behind the first value");
    draft.type =
        switch (text.word().toLowerCase(Locale.ROOT)) {
          case "counter" -> TextFamily.Type.COUNTER;
          case "gauge" -> TextFamily.Type.GAUGE;
          case "histogram" -> TextFamily.Type.HISTOGRAM;
          case "summary" -> TextFamily.Type.SUMMARY;
          case "untyped" -> TextFamily.Type.UNTYPED;
          default -> throw text.malformed("a type that is not known");
        };
  }

  private Draft draft(String name, int number) throws MalformedSourceException {
    if (drafts.size() > TextMerge.MOST_SERIES) throw text.malformed("too many names");
    return drafts.computeIfAbsent(name, _ -> new Draft(number));
  }

  /// The family that a series belongs to: `rpc_seconds` for `rpc_seconds_sum`, where that is a
  /// histogram or a summary.
  private String family(String name) {
    if (drafts.containsKey(name)) return name;
    return part(name, "_sum", true)
        .or(() -> part(name, "_count", true))
        .or(() -> part(name, "_bucket", false))
        .orElse(name);
  }

  private Optional<String> part(String name, String suffix, boolean ofSummary) {
    if (!name.endsWith(suffix)) return Optional.empty();
    String whole = name.substring(0, name.length() - suffix.length());
    Draft draft = drafts.get(whole);
    if (draft == null) return Optional.empty();
    return switch (draft.type()) {
      case HISTOGRAM -> Optional.of(whole);
      case SUMMARY -> ofSummary ? Optional.of(whole) : Optional.empty();
      case COUNTER, GAUGE, UNTYPED -> Optional.empty();
    };
  }
}
