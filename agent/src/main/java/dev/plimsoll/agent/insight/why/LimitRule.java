package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.ContainerInsight;
import dev.plimsoll.agent.insight.LimitUse;
import java.util.List;
import java.util.Locale;

/// What is nearly used up.
final class LimitRule {
  private static final double NEAR = 0.8;
  private static final double VERY_NEAR = 0.95;

  private LimitRule() {}

  static List<Finding> find(ContainerFacts container) {
    return container.insight().map(ContainerInsight::limits).stream()
        .flatMap(List::stream)
        .filter(use -> use.ratio() >= NEAR)
        .map(use -> finding(use, container))
        .toList();
  }

  private static Finding finding(LimitUse use, ContainerFacts container) {
    return new Finding(
        use.ratio() >= VERY_NEAR ? Severity.CRITICAL : Severity.WARNING,
        "limit_near",
        container.name(),
        sentence(use, container),
        List.of(
            Evidence.word("resource", use.resource().label()),
            new Evidence.Amount("used", use.used(), unit(use)),
            new Evidence.Amount("limit", use.limit(), unit(use)),
            Evidence.ratio("used_ratio", use.ratio()),
            Evidence.word("process", use.process())));
  }

  private static String unit(LimitUse use) {
    return use.resource() == LimitUse.Resource.MEMORY ? "bytes" : "";
  }

  private static String sentence(LimitUse use, ContainerFacts container) {
    String share = Words.percent(use.ratio());
    return switch (use.resource()) {
      case OPEN_FILES ->
          String.format(
              Locale.ROOT,
              "A process of container %s, %s, has %s of the files open that it may.",
              container.name(),
              use.process(),
              share);
      case PIDS ->
          String.format(
              Locale.ROOT,
              "Container %s has %s of the processes and threads that it may; most are %s.",
              container.name(),
              share,
              use.process());
      case MEMORY ->
          String.format(
              Locale.ROOT,
              "Container %s uses %s of its memory limit of %s; most of it is held by %s.",
              container.name(),
              share,
              Words.bytes(use.limit()),
              use.process());
    };
  }
}
