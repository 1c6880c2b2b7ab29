package dev.plimsoll.collectors.textfile;

import dev.plimsoll.collectors.kernel.KernelString;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A line of Prometheus' text format that is a series, `name{label="value"} 1.5`.
final class TextFormatLine {
  private static final int MOST_LABELS = 100;

  private TextFormatLine() {}

  static TextSample sample(KernelText line) throws MalformedSourceException {
    String name = name(line, true);
    List<TextLabel> labels = line.take("{") ? labels(line) : List.of();
    double value = value(line);
    if (line.hasField()) throw line.malformed("a time, which cannot be taken over");
    return new TextSample(name, labels, value);
  }

  /// A name of a metric, which may hold colons, or of a label.
  static String name(KernelText line, boolean colons) throws MalformedSourceException {
    line.hasField();
    StringBuilder name = new StringBuilder();
    while (isOfName(line.peek(), colons, name.isEmpty())) {
      name.append((char) line.peek());
      line.skip();
    }
    if (name.isEmpty()) throw line.malformed("no name");
    return name.toString();
  }

  private static boolean isOfName(int letter, boolean colons, boolean first) {
    boolean small = letter >= 'a' && letter <= 'z';
    boolean large = letter >= 'A' && letter <= 'Z';
    boolean digit = letter >= '0' && letter <= '9' && !first;
    return small || large || digit || letter == '_' || (colons && letter == ':');
  }

  private static List<TextLabel> labels(KernelText line) throws MalformedSourceException {
    List<TextLabel> labels = new ArrayList<>();
    boolean more = true;
    while (!line.take("}")) {
      if (!more) throw line.malformed("neither ',' nor '}' behind a label");
      if (labels.size() == MOST_LABELS) throw line.malformed("more than 100 labels");
      String name = name(line, false);
      if (name.startsWith("__")) throw line.malformed("a name that is reserved");
      if (!line.take("=")) throw line.malformed("no '=' behind the name of a label");
      if (!line.take("\"")) throw line.malformed("no '\"' before the value of a label");
      labels.add(new TextLabel(name, quoted(line)));
      more = line.take(",");
    }
    labels.sort(Comparator.comparing(TextLabel::name));
    if (labels.stream().map(TextLabel::name).distinct().count() < labels.size()) {
      throw line.malformed("the same label twice");
    }
    return labels;
  }

  private static String quoted(KernelText line) throws MalformedSourceException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (int letter; (letter = line.peek()) != '"'; ) {
      if (letter < 0) throw line.malformed("the value of a label has no end");
      line.skip();
      value.write(letter == '\\' ? escaped(line) : letter);
    }
    line.skip();
    return KernelString.decode(value.toByteArray());
  }

  private static int escaped(KernelText line) throws MalformedSourceException {
    int letter = line.peek();
    line.skip();
    return switch (letter) {
      case '\\', '"' -> letter;
      case 'n' -> '\n';
      default -> throw line.malformed("'\\' before what needs none");
    };
  }

  /// The help of a metric, in which a backslash and an end of line are escaped.
  static String help(KernelText line) throws MalformedSourceException {
    ByteArrayOutputStream help = new ByteArrayOutputStream();
    line.hasField();
    for (int letter; (letter = line.peek()) >= 0; ) {
      line.skip();
      help.write(letter == '\\' ? escaped(line) : letter);
    }
    return KernelString.decode(help.toByteArray());
  }

  private static double value(KernelText line) throws MalformedSourceException {
    String word = line.word();
    return switch (word) {
      case "NaN" -> Double.NaN;
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> number(word, line);
    };
  }

  private static double number(String word, KernelText line) throws MalformedSourceException {
    // Java would take letters at the end too, and spell infinity.
    boolean plain = word.chars().allMatch(letter -> "+-.eE0123456789".indexOf(letter) >= 0);
    try {
      if (plain) return Double.parseDouble(word);
    } catch (NumberFormatException _) {
      throw line.malformed("not a number");
    }
    throw line.malformed("not a number");
  }
}
