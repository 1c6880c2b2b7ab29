package dev.plimsoll.agent.pod;

import io.prometheus.metrics.model.snapshots.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Reads the labels of a line of Prometheus' text format, `{container="c",le="0.005"}`, in one go
/// over its characters.
final class TextLabels {
  private static final int MOST_LABELS = 64;

  private final String line;
  private final List<String> labels = new ArrayList<>(12);
  private String bound = "";
  private int at;

  private TextLabels(String line, int at) {
    this.line = line;
    this.at = at;
  }

  /// What was read, and where the text behind it begins.
  ///
  /// @param bound the value of `le`, which the labels do not have; empty where there is none
  record Read(Labels labels, String bound, int end) {}

  /// @param from where the brace or, without labels, the value begins
  static Read read(String line, int from) throws IOException {
    TextLabels text = new TextLabels(line, from);
    text.read();
    try {
      return new Read(Labels.of(text.labels.toArray(String[]::new)), text.bound, text.at);
    } catch (IllegalArgumentException _) {
      throw malformed();
    }
  }

  private void read() throws IOException {
    if (at >= line.length() || line.charAt(at) != '{') return;
    at++;
    while (peek() != '}') {
      String name = name();
      String value = value();
      if (name.equals("le")) bound = value;
      else Collections.addAll(labels, name, value);
      if (labels.size() > 2 * MOST_LABELS) throw malformed();
      if (peek() == ',') at++;
    }
    at++;
  }

  private String name() throws IOException {
    int begin = at;
    while (isOfName(peek())) at++;
    if (at == begin || peek() != '=') throw malformed();
    return line.substring(begin, at++);
  }

  private static boolean isOfName(char unit) {
    return unit == '_'
        || (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9');
  }

  private String value() throws IOException {
    if (peek() != '"') throw malformed();
    int begin = ++at;
    while (peek() != '"' && peek() != '\\') at++;
    if (peek() == '"') return line.substring(begin, at++);
    StringBuilder text = new StringBuilder(line.substring(begin, at));
    while (peek() != '"') text.append(unit());
    at++;
    return text.toString();
  }

  private char unit() throws IOException {
    char unit = peek();
    at++;
    if (unit != '\\') return unit;
    char escaped = peek();
    at++;
    return escaped == 'n' ? '\n' : escaped;
  }

  private char peek() throws IOException {
    if (at >= line.length()) throw malformed();
    return line.charAt(at);
  }

  private static IOException malformed() {
    return new NotPodsException("labels that are none");
  }
}
