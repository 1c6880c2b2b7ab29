package dev.plimsoll.agent.group;

import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ordered list of naming rules: the first that speaks of a process names it.
public final class NamingRules {
  private final List<NamingRule> rules;

  NamingRules(List<NamingRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// What process-exporter's packages install: everything that has arguments, by its comm.
  public static NamingRules byComm() {
    ProcessMatcher any = new ProcessMatcher.Cmdline(List.of(Pattern.compile(".+")));
    return new NamingRules(List.of(new NamingRule(List.of(any), NameTemplate.comm())));
  }

  /// No rules: they name nothing.
  public static NamingRules none() {
    return new NamingRules(List.of());
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /// The name of the process's group, or null where no rule speaks of it.
  public @Nullable String name(NamingFacts process) {
    for (NamingRule rule : rules) {
      String name = rule.name(process);
      if (name != null) return name;
    }
    return null;
  }
}
