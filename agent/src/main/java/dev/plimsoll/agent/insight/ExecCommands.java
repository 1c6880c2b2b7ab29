package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.insight.Session.Kind;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.Probe;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcessEntry;
import java.util.List;
import java.util.Optional;

/// The commands that the kubelet runs in a container. They stay in here.
record ExecCommands(List<List<String>> probes, List<List<String>> hooks) {
  private static final ExecCommands NONE = new ExecCommands(List.of(), List.of());
  private static final int MOST_ARGUMENTS = 64;

  static ExecCommands of(Optional<PodContainer> container) {
    return container.map(ExecCommands::of).orElse(NONE);
  }

  private static ExecCommands of(PodContainer container) {
    List<List<String>> probes =
        container.probes().stream()
            .map(Probe::handler)
            .filter(Probe.Exec.class::isInstance)
            .map(handler -> ((Probe.Exec) handler).command())
            .toList();
    if (probes.isEmpty() && container.hooks().isEmpty()) return NONE;
    return new ExecCommands(probes, container.hooks());
  }

  /// Whose the process is by what it was started with.
  Kind kind(ProcessEntry process) {
    Optional<ProcCmdline> cmdline = process.cmdline().present();
    if (cmdline.isEmpty() || cmdline.get().cut()) return Kind.OTHER;
    List<String> arguments = cmdline.get().arguments();
    if (probes.stream().anyMatch(command -> isRun(command, arguments))) return Kind.PROBE;
    if (hooks.stream().anyMatch(command -> isRun(command, arguments))) return Kind.HOOK;
    return Kind.OTHER;
  }

  /// A shell gives way to the last program of its script, so that one's arguments count too.
  private static boolean isRun(List<String> command, List<String> arguments) {
    if (command.isEmpty() || arguments.isEmpty()) return false;
    if (command.equals(arguments)) return true;
    boolean isKeptInFull = command.size() < MOST_ARGUMENTS;
    if (!isKeptInFull) return command.equals(firstOf(arguments));
    boolean isScript = command.size() == 3 && command.get(1).equals("-c");
    return isScript && command.get(2).strip().equals(String.join(" ", arguments));
  }

  private static List<String> firstOf(List<String> arguments) {
    return arguments.subList(0, Math.min(MOST_ARGUMENTS, arguments.size()));
  }
}
