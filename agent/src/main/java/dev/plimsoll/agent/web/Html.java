package dev.plimsoll.agent.web;

import dev.plimsoll.agent.metrics.LabelText;

/// Text from outside inside a page of HTML.
final class Html {
  private Html() {}

  /// Good between tags and in quoted attributes.
  static String escape(String text) {
    String valid = LabelText.of(text);
    StringBuilder escaped = new StringBuilder(valid.length() + 16);
    for (int index = 0; index < valid.length(); index++) {
      char unit = valid.charAt(index);
      switch (unit) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(Character.isISOControl(unit) ? '\uFFFD' : unit);
      }
    }
    return escaped.toString();
  }
}
