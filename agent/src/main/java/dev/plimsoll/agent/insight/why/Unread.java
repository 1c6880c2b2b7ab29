package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.kernel.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is not known of a pod, so that nobody takes silence for health.
final class Unread {
  private Unread() {}

  static List<String> of(PodFacts pod) {
    Set<String> unread = new LinkedHashSet<>();
    if (pod.pod().isEmpty()) {
      unread.add("nobody told of this pod: its spec, states and probes are not known");
    }
    for (ContainerFacts container : pod.containers()) of(container, unread);
    return List.copyOf(unread);
  }

  private static void of(ContainerFacts container, Set<String> unread) {
    boolean runs = container.group().isPresent() || isRunning(container);
    if (!runs) return;
    container
        .group()
        .ifPresentOrElse(
            group -> of(group, unread),
            () ->
                unread.add("container " + container.name() + ": its control group was not found"));
    if (container.insight().isEmpty()) {
      unread.add("container " + container.name() + ": its processes were not seen");
    } else if (container.insight().get().stopSignal().isEmpty()) {
      unread.add(
          "container "
              + container.name()
              + ": what it makes of the signal to end, for its first process is not the first of its"
              + " pids, or could not be asked");
    }
    if (probesAreUnknown(container)) {
      unread.add("container " + container.name() + ": how its probes do");
    }
  }

  private static boolean isRunning(ContainerFacts container) {
    return container
        .spec()
        .flatMap(PodContainer::status)
        .map(ContainerStatus::state)
        .filter(ContainerStatus.Running.class::isInstance)
        .isPresent();
  }

  private static boolean probesAreUnknown(ContainerFacts container) {
    return container.probes().isEmpty()
        && container.spec().map(PodContainer::probes).filter(all -> !all.isEmpty()).isPresent();
  }

  private static void of(Cgroup<?> group, Set<String> unread) {
    Stream.<Section<?>>of(
            group.cpu().throttling(),
            group.memory().detail(),
            group.memory().limits(),
            group.memory().events(),
            group.pressure().cpu(),
            group.pids())
        .map(Unread::reason)
        .flatMap(Optional::stream)
        .forEach(unread::add);
  }

  private static Optional<String> reason(Section<?> section) {
    return switch (section) {
      case Section.Present<?> _, Section.Absent<?> _ -> Optional.empty();
      case Section.Failed<?>(var failure) -> Optional.of(failure.describe());
    };
  }
}
