package dev.plimsoll.agent.group;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One entry of `process_names`: whoever meets all conditions is called as the template says.
record NamingRule(List<ProcessMatcher> conditions, NameTemplate template) {
  NamingRule {
    conditions = List.copyOf(conditions);
  }

  /// The name, or null where the rule does not speak of the process.
  @Nullable String name(NamingFacts process) {
    Map<String, String> matches = new TreeMap<>();
    for (ProcessMatcher condition : conditions) {
      if (!condition.matches(process, matches)) return null;
    }
    return template.render(process, matches);
  }
}
