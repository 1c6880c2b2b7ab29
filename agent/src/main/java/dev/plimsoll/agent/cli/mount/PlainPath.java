package dev.plimsoll.agent.cli.mount;

import java.util.ArrayDeque;
import java.util.Deque;

/// Absolute paths, found without asking the file system, which may not answer.
public final class PlainPath {
  private PlainPath() {}

  /// The path from the root on, without `.`, `..` and doubled slashes; links are not followed.
  ///
  /// @param here the directory that paths without a slash before them begin in
  public static String of(String path, String here) {
    Deque<String> parts = new ArrayDeque<>();
    String whole = path.startsWith("/") ? path : here + '/' + path;
    for (String part : whole.split("/", -1)) {
      switch (part) {
        case "", "." -> {}
        case ".." -> parts.pollLast();
        default -> parts.addLast(part);
      }
    }
    return '/' + String.join("/", parts);
  }
}
