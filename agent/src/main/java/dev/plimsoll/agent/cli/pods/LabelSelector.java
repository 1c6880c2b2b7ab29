package dev.plimsoll.agent.cli.pods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A selector as kubectl takes it: `app=web,tier!=test,env in (a,b),!canary`.
public final class LabelSelector {
  private static final String KEY = "([-A-Za-z0-9_./]+)";
  private static final Pattern SET =
      Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([-A-Za-z0-9_.,\\s]*)\\)");
  private static final Pattern EQUAL = Pattern.compile(KEY + "\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)");
  private static final Pattern THERE = Pattern.compile("(!?)\\s*" + KEY);
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

  private LabelSelector() {}

  /// What takes a pod by its labels; empty where the text is no selector.
  public static Optional<Predicate<Map<String, String>>> parse(String text) {
    List<Predicate<Map<String, String>>> all = new ArrayList<>();
    for (String part : COMMA.split(text, -1)) {
      Optional<Predicate<Map<String, String>>> one = one(part.strip());
      if (one.isEmpty()) return Optional.empty();
      all.add(one.get());
    }
    return Optional.of(labels -> all.stream().allMatch(each -> each.test(labels)));
  }

  private static Optional<Predicate<Map<String, String>>> one(String part) {
    Matcher set = SET.matcher(part);
    if (set.matches()) {
      Set<String> values = Set.copyOf(List.of(set.group(3).strip().split("\\s*,\\s*", -1)));
      return Optional.of(within(set.group(1), values, set.group(2).equals("in")));
    }
    Matcher equal = EQUAL.matcher(part);
    if (equal.matches()) {
      boolean wanted = !equal.group(2).equals("!=");
      return Optional.of(within(equal.group(1), Set.of(equal.group(3)), wanted));
    }
    Matcher there = THERE.matcher(part);
    if (!there.matches()) return Optional.empty();
    String key = there.group(2);
    boolean wanted = there.group(1).isEmpty();
    return Optional.of(labels -> labels.containsKey(key) == wanted);
  }

  /// Who has no such label has none of the values.
  private static Predicate<Map<String, String>> within(
      String key, Set<String> values, boolean wanted) {
    return labels -> {
      String value = labels.get(key);
      return (value != null && values.contains(value)) == wanted;
    };
  }
}
