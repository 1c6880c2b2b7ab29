package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.cli.wait.Verdict.Done;
import dev.plimsoll.agent.cli.wait.Verdict.Failed;
import dev.plimsoll.agent.cli.wait.Verdict.Waiting;
import dev.plimsoll.agent.pod.ContainerStatus;
import dev.plimsoll.agent.pod.ContainerStatusFields.Told;
import java.util.List;
import java.util.Optional;

/// How it stands with a pod. Its phases `Succeeded` and `Failed` are final; that a container waits
/// in `CrashLoopBackOff` is not.
final class PodState {
  private PodState() {}

  static Verdict ready(Seen pod) {
    return switch (pod.text("status.phase")) {
      case "Failed" -> failed(pod);
      case "Succeeded" -> new Failed("has completed, and will not be ready");
      default -> pod.hasTrue("Ready") ? new Done("is ready") : new Waiting(progress(pod));
    };
  }

  static Verdict completed(Seen pod) {
    return switch (pod.text("status.phase")) {
      case "Failed" -> failed(pod);
      case "Succeeded" -> new Done("has completed");
      default -> new Waiting(progress(pod));
    };
  }

  private static Verdict failed(Seen pod) {
    String reason = pod.text("status.reason");
    String message = pod.text("status.message");
    if (!reason.isEmpty()) {
      return new Failed("has failed: " + reason + (message.isEmpty() ? "" : ": " + message));
    }
    List<String> ends = pod.containers().stream().flatMap(each -> end(each).stream()).toList();
    return new Failed(ends.isEmpty() ? "has failed" : "has failed: " + String.join(", ", ends));
  }

  private static Optional<String> end(Told told) {
    return switch (told.status().state()) {
      case ContainerStatus.Terminated end when end.exitCode() != 0 ->
          Optional.of(
              told.name()
                  + " ended with "
                  + end.exitCode()
                  + (end.reason().isEmpty() ? "" : " (" + end.reason() + ")"));
      case ContainerStatus.Terminated _ -> Optional.empty();
      case ContainerStatus.Waiting _ -> Optional.empty();
      case ContainerStatus.Running _ -> Optional.empty();
    };
  }

  private static String progress(Seen pod) {
    String phase = pod.text("status.phase");
    StringBuilder progress = new StringBuilder("is ");
    progress.append(phase.isEmpty() ? "new" : phase);
    if (!pod.text("metadata.deletionTimestamp").isEmpty()) progress.append(", being deleted");
    Optional<Seen.Condition> scheduled = pod.condition("PodScheduled");
    if (scheduled.isPresent() && !scheduled.get().isTrue()) {
      progress.append(", ").append(scheduled.get().why());
    }
    for (Told told : pod.containers()) trouble(told).ifPresent(progress::append);
    return progress.toString();
  }

  private static Optional<String> trouble(Told told) {
    long restarts = told.status().restarts();
    String again = restarts == 0 ? "" : " (restarts: " + restarts + ")";
    return switch (told.status().state()) {
      case ContainerStatus.Waiting(String reason) when !reason.isEmpty() ->
          Optional.of(", " + told.name() + ' ' + reason + again);
      case ContainerStatus.Waiting _ -> Optional.empty();
      case ContainerStatus.Running _ when told.status().ready() -> Optional.empty();
      case ContainerStatus.Running _ -> Optional.of(", " + told.name() + " not ready" + again);
      case ContainerStatus.Terminated _ -> end(told).map(end -> ", " + end + again);
    };
  }
}
