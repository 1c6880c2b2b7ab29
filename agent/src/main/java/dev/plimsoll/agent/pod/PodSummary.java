package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.ContainerStatus.Running;
import dev.plimsoll.agent.pod.ContainerStatus.State;
import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import dev.plimsoll.agent.pod.ContainerStatus.Waiting;
import dev.plimsoll.agent.pod.PodContainer.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How it stands with a pod in one word, as `kubectl get pods` says it: its phase, unless its
/// deletion, a container that initialises it or one that does not run tells more (kubectl,
/// `printPod`).
///
/// @param status `Running`, `CrashLoopBackOff`, `Init:0/1`, `Completed`, `Terminating`
/// @param ready containers that are, of those that run beside each other
/// @param total how many those are
/// @param restarts of those containers; while the pod is being initialised, of those that do it
/// @param lastRestart when the run before the last restart ended
public record PodSummary(
    String status, long ready, long total, long restarts, Optional<Instant> lastRestart) {

  public static PodSummary of(Pod pod) {
    Optional<String> initial =
        isTrue(pod, "Initialized") ? Optional.empty() : initial(of(pod, Kind.INIT, Kind.SIDECAR));
    List<ContainerStatus> counted =
        statuses(
            initial.isPresent()
                ? of(pod, Kind.INIT, Kind.SIDECAR)
                : of(pod, Kind.MAIN, Kind.SIDECAR));
    return new PodSummary(
        initial.map(word -> ended(pod, word)).orElseGet(() -> ended(pod, running(pod))),
        statuses(of(pod, Kind.MAIN, Kind.SIDECAR)).stream().filter(PodSummary::isUp).count(),
        pod.lasting().count(),
        counted.stream().mapToLong(ContainerStatus::restarts).sum(),
        counted.stream()
            .flatMap(each -> each.last().stream())
            .flatMap(last -> last.finished().stream())
            .max(Comparator.naturalOrder()));
  }

  private static List<PodContainer> of(Pod pod, Kind one, Kind other) {
    return pod.containers().stream()
        .filter(each -> each.kind() == one || each.kind() == other)
        .toList();
  }

  private static List<ContainerStatus> statuses(List<PodContainer> containers) {
    return containers.stream().flatMap(each -> each.status().stream()).toList();
  }

  private static boolean isTrue(Pod pod, String condition) {
    return pod.status().condition(condition).filter(PodStatus.Condition::isTrue).isPresent();
  }

  private static boolean isUp(ContainerStatus status) {
    return status.ready() && status.state() instanceof Running;
  }

  /// The first container that has not done its part of the beginning.
  private static Optional<String> initial(List<PodContainer> containers) {
    for (int index = 0; index < containers.size(); index++) {
      PodContainer container = containers.get(index);
      if (container.status().isEmpty()) continue;
      ContainerStatus status = container.status().get();
      if (container.kind() == Kind.SIDECAR && status.started()) continue;
      if (status.state() instanceof Terminated end && end.exitCode() == 0) continue;
      return Optional.of("Init:" + obstacle(status.state(), index + "/" + containers.size()));
    }
    return Optional.empty();
  }

  private static String obstacle(State state, String progress) {
    return switch (state) {
      case Waiting(String reason) ->
          reason.isEmpty() || reason.equals("PodInitializing") ? progress : reason;
      case Running _ -> progress;
      case Terminated end -> word(end);
    };
  }

  private static String word(Terminated end) {
    return end.reason().isEmpty() ? "ExitCode:" + end.exitCode() : end.reason();
  }

  /// The first container that is not running tells why.
  private static String running(Pod pod) {
    String word = pod.status().reason().isEmpty() ? pod.status().phase() : pod.status().reason();
    Optional<PodStatus.Condition> scheduled = pod.status().condition("PodScheduled");
    if (scheduled.filter(each -> each.reason().equals("SchedulingGated")).isPresent()) {
      word = "SchedulingGated";
    }
    boolean runs = false;
    for (ContainerStatus status : statuses(of(pod, Kind.MAIN, Kind.MAIN)).reversed()) {
      if (status.state() instanceof Terminated end) word = word(end);
      if (status.state() instanceof Waiting(String reason) && !reason.isEmpty()) word = reason;
      runs |= isUp(status);
    }
    if (!word.equals("Completed") || !runs) return word;
    return isTrue(pod, "Ready") ? "Running" : "NotReady";
  }

  private static String ended(Pod pod, String word) {
    if (pod.identity().deletion().isEmpty()) return word;
    if (pod.status().reason().equals("NodeLost")) return "Unknown";
    String phase = pod.status().phase();
    return phase.equals("Succeeded") || phase.equals("Failed") ? word : "Terminating";
  }
}
