package dev.plimsoll.agent.group;

import java.util.List;
import java.util.Set;

/// Rules made in the code of tests.
final class NamingTestRules {
  private NamingTestRules() {}

  /// One rule: who has this comm is called so.
  static NamingRules of(String template, String comm) {
    return new NamingRules(
        List.of(
            new NamingRule(
                List.of(new ProcessMatcher.Comm(Set.of(comm))), NameTemplate.parse(template))));
  }
}
