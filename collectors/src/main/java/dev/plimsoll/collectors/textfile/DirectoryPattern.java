package dev.plimsoll.collectors.textfile;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A path that may hold `*`, `?` and `[…]`, which stand for parts of one name, as in a shell.
record DirectoryPattern(String path) {

  /// The paths that it stands for, sorted; itself where it stands for none, so that whoever opens
  /// it is told what is missing.
  List<String> matches(KernelReader reader) {
    List<String> found = List.of(path.startsWith("/") ? "/" : "");
    for (String name : List.of(path.split("/", -1))) {
      if (!name.isEmpty()) found = step(reader, found, name);
    }
    return found.isEmpty() ? List.of(path) : found;
  }

  private static List<String> step(KernelReader reader, List<String> parents, String name) {
    List<String> found = new ArrayList<>();
    for (String parent : parents) {
      if (!isPattern(name)) found.add(join(parent, name));
      else children(reader, parent, name).forEach(child -> found.add(join(parent, child)));
    }
    return found;
  }

  private static boolean isPattern(String name) {
    return name.chars().anyMatch(letter -> "*?[".indexOf(letter) >= 0);
  }

  private static String join(String parent, String name) {
    return parent.isEmpty() || parent.endsWith("/") ? parent + name : parent + '/' + name;
  }

  private static List<String> children(KernelReader reader, String parent, String name) {
    try {
      Pattern pattern = Pattern.compile(expression(name), Pattern.DOTALL);
      return reader.names(parent.isEmpty() ? "." : parent).stream()
          .filter(pattern.asMatchPredicate())
          .sorted()
          .toList();
    } catch (KernelFileException | PatternSyntaxException _) {
      return List.of();
    }
  }

  private static String expression(String name) {
    StringBuilder expression = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char letter = name.charAt(at);
      int end = letter == '[' ? name.indexOf(']', at + 2) : -1;
      if (end > 0) {
        expression.append(set(name.substring(at + 1, end)));
        at = end;
      } else {
        expression.append(one(letter));
      }
    }
    return expression.toString();
  }

  private static String one(char letter) {
    return switch (letter) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(String.valueOf(letter));
    };
  }

  /// What stands between `[` and `]`: letters, ranges, and `^` for all others.
  private static String set(String letters) {
    String quoted = letters.substring(1).replaceAll("[\\[\\]\\\\&^]", "\\\\$0");
    char first = letters.charAt(0);
    boolean plain = first == '^' || Character.isLetterOrDigit(first);
    return '[' + (plain ? String.valueOf(first) : "\\" + first) + quoted + ']';
  }
}
