package dev.plimsoll.agent.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// The part of an address behind the question mark.
final class Query {
  private static final int MOST_VALUES = 1000;

  private Query() {}

  /// The values of one key, of the first thousand pairs: `name[]=a&name[]=b`.
  static Set<String> values(URI address, String key) {
    Set<String> values = new HashSet<>();
    if (address.getRawQuery() == null) return values;
    for (String pair : address.getRawQuery().split("&", MOST_VALUES)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && decode(pair.substring(0, equals)).equals(key)) {
        values.add(decode(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  /// What is not well encoded stays as it is.
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
