package dev.plimsoll.agent.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What was asked of a resource.
///
/// @param below the parts of the path behind the resource's own, decoded; empty for itself
/// @param address all of it
public record ApiRequest(List<String> below, URI address) {
  private static final int MOST_PARTS = 16;

  public ApiRequest {
    below = List.copyOf(below);
  }

  /// The values of a key behind the question mark.
  public Set<String> values(String key) {
    return Query.values(address, key);
  }

  /// @param path the resource's
  /// @throws RefusedException where the address is not below it, or cannot be
  static ApiRequest of(URI address, String path) throws RefusedException {
    String raw = address.getRawPath();
    if (raw.equals(path)) return new ApiRequest(List.of(), address);
    if (!raw.startsWith(path + '/')) throw RefusedException.notThere(raw);
    String[] parts = raw.substring(path.length() + 1).split("/", MOST_PARTS);
    List<String> below = Stream.of(parts).map(part -> decode(part)).toList();
    if (below.contains("")) throw RefusedException.notThere(raw);
    return new ApiRequest(below, address);
  }

  /// What is not well encoded stays as it is; a plus is a plus in a path.
  private static String decode(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return part;
    }
  }
}
