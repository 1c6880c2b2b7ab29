package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.insight.ContainerInsight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a container waits for.
final class LoadRule {
  private static final double MUCH_THROTTLED = 0.5;
  private static final double MUCH_MEMORY_STALL = 0.1;
  private static final double MUCH_IO_STALL = 0.3;

  private LoadRule() {}

  static List<Finding> find(ContainerFacts container) {
    List<Finding> findings = new ArrayList<>();
    throttled(container).ifPresent(findings::add);
    stalled("memory", container.memoryStall(), MUCH_MEMORY_STALL, container)
        .ifPresent(findings::add);
    stalled("disks", container.ioStall(), MUCH_IO_STALL, container).ifPresent(findings::add);
    stuck(container).ifPresent(findings::add);
    return findings;
  }

  private static Optional<Finding> throttled(ContainerFacts container) {
    OptionalDouble share = container.throttled();
    if (share.orElse(0) < MUCH_THROTTLED) return Optional.empty();
    return Optional.of(
        new Finding(
            Severity.WARNING,
            "throttled",
            container.name(),
            String.format(
                Locale.ROOT,
                "Container %s used up its CPU quota in %s of the periods of a second within the last minute.",
                container.name(),
                Words.percent(share.getAsDouble())),
            List.of(Evidence.ratio("throttled", share.getAsDouble()))));
  }

  private static Optional<Finding> stalled(
      String what, OptionalDouble share, double much, ContainerFacts container) {
    if (share.orElse(0) < much) return Optional.empty();
    return Optional.of(
        new Finding(
            Severity.WARNING,
            "stalled",
            container.name(),
            String.format(
                Locale.ROOT,
                "Tasks of container %s waited for %s in %s of the last 10 s.",
                container.name(),
                what,
                Words.percent(share.getAsDouble())),
            List.of(Evidence.word("for", what), Evidence.ratio("stalled", share.getAsDouble()))));
  }

  private static Optional<Finding> stuck(ContainerFacts container) {
    int stuck = container.insight().map(ContainerInsight::stuck).orElse(0);
    if (stuck == 0) return Optional.empty();
    return Optional.of(
        new Finding(
            Severity.NOTICE,
            "uninterruptible",
            container.name(),
            String.format(
                Locale.ROOT,
                "%s of container %s waited in the kernel, mostly for a disk or a network file system.",
                Words.count(stuck, "process", "processes"),
                container.name()),
            List.of(Evidence.count("uninterruptible", stuck))));
  }
}
