package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Groups as process-exporter makes them: a process is named once, when it is first seen, whatever
/// it becomes; one that no rule speaks of joins its nearest ancestor that has a group, unless an
/// ancestor before that was passed over; groups whose last member ended stay with what they did. A
/// process whose arguments could not be read yet is named when they are, and what it did until then
/// is added; after four passes it is named without them.
final class NamedGroups {
  private static final int MOST_GROUPS = 10_000;
  private static final int MOST_ENDED = 1_000;
  private static final int MOST_UNNAMED_PASSES = 4;

  private final NamingRules rules;
  private final Facts facts;
  private final Map<String, NamedGroup> groups = new LinkedHashMap<>();
  private final List<Member> unmatched = new ArrayList<>();
  private final List<Member> lineage = new ArrayList<>();

  NamedGroups(NamingRules rules, Facts facts) {
    this.rules = rules;
    this.facts = facts;
  }

  /// Names who is new.
  void begin(Census census) {
    unmatched.clear();
    for (int index = 0; index < census.size(); index++) {
      Member member = census.get(index);
      if (!member.named && !waits(member)) match(member);
    }
    for (Member member : unmatched) {
      if (!member.named) inherit(member, census);
    }
  }

  private static boolean waits(Member member) {
    return !(member.entry.cmdline() instanceof Section.Present)
        && member.unnamedPasses < MOST_UNNAMED_PASSES;
  }

  private void match(Member member) {
    String name = rules.name(facts.of(member));
    if (name == null) unmatched.add(member);
    else assign(member, group(name));
  }

  private void inherit(Member member, Census census) {
    lineage.clear();
    Member ancestor = member;
    while (ancestor != null && !ancestor.named && lineage.size() <= census.size()) {
      if (waits(ancestor)) return;
      lineage.add(ancestor);
      ancestor = census.parent(ancestor);
    }
    NamedGroup group = ancestor == null ? null : ancestor.namedGroup;
    for (Member each : lineage) assign(each, group);
  }

  private static void assign(Member member, @Nullable NamedGroup group) {
    member.namedGroup = group;
    member.named = true;
  }

  private @Nullable NamedGroup group(String name) {
    NamedGroup known = groups.get(name);
    if (known != null || groups.size() >= MOST_GROUPS) return known;
    NamedGroup group = new NamedGroup(name);
    groups.put(name, group);
    return group;
  }

  /// Counts a member.
  void add(Member member, Counts growth, long pass) {
    if (!member.named) postpone(member, growth);
    NamedGroup group = member.namedGroup;
    if (group == null) return;
    if (member.pending != null) group.sum.add(member.pending);
    member.pending = null;
    group.lastPass = pass;
    group.sum.add(ThreadSwitches.of(member, growth));
    group.sum.add(member);
    if (member.threads != null) group.threads.add(member.threadsBefore, member.threads);
  }

  private static void postpone(Member member, Counts growth) {
    member.unnamedPasses++;
    Counts pending = member.pending == null ? new Counts() : member.pending;
    pending.add(growth);
    member.pending = pending;
  }

  /// Ends a pass: of too many groups without a member the oldest go.
  void end(List<GroupSample> samples, long pass) {
    long ended = groups.values().stream().filter(group -> group.lastPass < pass).count();
    if (ended > MOST_ENDED) forget(ended - MOST_ENDED, pass);
    for (NamedGroup group : groups.values()) samples.add(group.sum.end().with(group.threads.end()));
  }

  private void forget(long many, long pass) {
    List<NamedGroup> oldest =
        groups.values().stream()
            .filter(group -> group.lastPass < pass)
            .sorted((one, two) -> Long.compare(one.lastPass, two.lastPass))
            .limit(many)
            .toList();
    groups.values().removeAll(oldest);
  }
}
