package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.ContainerInsight;
import dev.plimsoll.agent.insight.ZombieParent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Who does not ask for the exit codes of its children.
final class ZombieRule {
  private static final int MANY = 10;

  private ZombieRule() {}

  static List<Finding> find(ContainerFacts container) {
    return container.insight().map(ContainerInsight::zombies).stream()
        .flatMap(List::stream)
        .filter(parent -> parent.lasting() > 0)
        .flatMap(parent -> Stream.of(finding(parent, container)))
        .toList();
  }

  private static Finding finding(ZombieParent parent, ContainerFacts container) {
    String who = parent.isFirst() ? "the first process" : "a process";
    return new Finding(
        parent.lasting() >= MANY ? Severity.WARNING : Severity.NOTICE,
        "zombies",
        container.name(),
        String.format(
            Locale.ROOT,
            "%s of container %s %s parent, %s, %s there.",
            Words.count(parent.zombies(), "process", "processes"),
            container.name(),
            parent.zombies() == 1
                ? "has ended and is not reaped by its"
                : "have ended and are not reaped by their",
            parent.comm(),
            who),
        List.of(
            Evidence.count("zombies", parent.zombies()),
            Evidence.word("parent", parent.comm()),
            Evidence.count("parent_pid", parent.id().pid())));
  }
}
