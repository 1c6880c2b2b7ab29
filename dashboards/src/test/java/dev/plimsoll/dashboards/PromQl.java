package dev.plimsoll.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a PromQL expression names: its selectors, and the labels it groups or matches by. That it
/// is well formed is promtool's to say.
final class PromQl {
  /// One selector.
  record Selector(String metric, Set<String> labels) {}

  private static final Set<String> OPERATORS =
      Set.of("and", "or", "unless", "offset", "bool", "inf", "nan", "atan2", "start", "end");
  private static final Set<String> LABEL_LISTS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

  private final String text;
  private final List<Selector> selectors = new ArrayList<>();
  private final Set<String> groupings = new TreeSet<>();
  private int at;

  private PromQl(String text) {
    this.text = text;
  }

  static PromQl parse(String text) {
    PromQl expression = new PromQl(text);
    while (expression.at < text.length()) expression.next();
    return expression;
  }

  List<Selector> selectors() {
    return selectors;
  }

  Set<String> groupings() {
    return groupings;
  }

  private void next() {
    char c = text.charAt(at);
    if (isQuote(c)) string();
    else if (c == '[') at = text.indexOf(']', at) + 1;
    else if (c == '{') throw new IllegalArgumentException("a selector without a name: " + text);
    else if (Character.isDigit(c)) word();
    else if (isWord(c)) named(word());
    else at++;
  }

  private void named(String word) {
    char following = following();
    if (LABEL_LISTS.contains(word)) {
      if (following == '(') groupings.addAll(labels(')'));
    } else if (following == '{') {
      selectors.add(new Selector(word, labels('}')));
    } else if (following != '(' && !OPERATORS.contains(word) && !isAggregation()) {
      selectors.add(new Selector(word, Set.of()));
    }
  }

  /// An aggregation may have its labels before its operand: `sum by (mode) (…)`.
  private boolean isAggregation() {
    return text.substring(at).stripLeading().matches("(?s)(by|without)\\s*\\(.*");
  }

  private char following() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private Set<String> labels(char end) {
    Set<String> labels = new TreeSet<>();
    at++;
    while (text.charAt(at) != end) {
      if (isQuote(text.charAt(at))) string();
      else if (isWord(text.charAt(at))) labels.add(word());
      else at++;
    }
    at++;
    return labels;
  }

  private void string() {
    char quote = text.charAt(at++);
    while (text.charAt(at) != quote) at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
    at++;
  }

  private String word() {
    int from = at;
    while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '.')) at++;
    return text.substring(from, at);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == ':';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }
}
