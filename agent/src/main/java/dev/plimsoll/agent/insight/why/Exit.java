package dev.plimsoll.agent.insight.why;

import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How a run of a container ended, in words.
final class Exit {
  private static final int SIGNALLED = 128;
  private static final int MOST_SIGNALS = 64;

  private Exit() {}

  /// `exit code 137: killed by SIGKILL`; of a reason that says more than the code, that.
  static String text(Terminated end) {
    String code = "exit code " + end.exitCode();
    return switch (end.reason()) {
      case "OOMKilled" -> code + ": killed for want of memory";
      case "", "Error", "Completed" -> code + meaning(end.exitCode());
      case "ContainerStatusUnknown" -> code + ": nobody saw how, the node or its runtime went away";
      case "Unknown" -> code + ": nobody saw how, the node or its runtime was restarted";
      default -> code + " (" + end.reason() + ")";
    };
  }

  private static String meaning(int code) {
    return switch (code) {
      case 0 -> ": it was done";
      case 126 -> ": its program cannot be executed";
      case 127 -> ": its program was not found";
      case SIGNALLED + 6 -> ": it aborted itself (SIGABRT)";
      case SIGNALLED + 7, SIGNALLED + 11 -> ": it touched memory that is not there";
      case SIGNALLED + 9 -> ": killed (SIGKILL), not by the OOM killer as far as it was seen";
      case SIGNALLED + 15 -> ": it was asked to end (SIGTERM)";
      default -> signal(code);
    };
  }

  private static String signal(int code) {
    boolean isSignal = code > SIGNALLED && code <= SIGNALLED + MOST_SIGNALS;
    return isSignal ? ": ended by signal " + (code - SIGNALLED) : "";
  }

  static List<Evidence> evidence(Terminated end, PodFacts pod) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.count("exit_code", end.exitCode()));
    if (!end.reason().isEmpty()) evidence.add(Evidence.word("reason", end.reason()));
    end.finished().ifPresent(at -> evidence.add(Evidence.seconds("ended_ago", pod.since(at))));
    if (end.started().isPresent() && end.finished().isPresent()) {
      evidence.add(
          Evidence.seconds("ran_for", Duration.between(end.started().get(), end.finished().get())));
    }
    return evidence;
  }
}
