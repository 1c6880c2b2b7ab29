package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.agent.AgentUrl;
import dev.plimsoll.agent.cli.agent.AskedPods;
import dev.plimsoll.agent.cli.ps.PsProgram;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.collectors.Roots;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// `plimsoll ps`. Its words are procps' and not picocli's to parse: `aux` is three options.
@Command(name = "ps", description = "Shows processes as ps does, with their pods.")
final class PsCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @Unmatched private List<String> words = new ArrayList<>();
  private final Map<String, String> environment;

  PsCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    return run(words, command.getOut(), command.getErr());
  }

  /// Without picocli, which takes longer to load than a listing to read.
  int run(List<String> arguments, PrintWriter out, PrintWriter err) {
    PsProgram program =
        new PsProgram(
            new Roots(
                environment.getOrDefault("PLIMSOLL_PATH_PROCFS", "/proc"),
                environment.getOrDefault("PLIMSOLL_PATH_SYSFS", "/sys"),
                environment.getOrDefault("PLIMSOLL_PATH_ROOTFS", "/")),
            Clock.systemUTC(),
            ZoneId.systemDefault(),
            this::pods,
            () -> LineWidth.ofOutput(environment));
    return program.run(arguments, () -> "plimsoll " + PlimsollVersion.version(), out, err);
  }

  private PodIndex pods(@Nullable String agent, Roots roots, boolean soon)
      throws WrongSettingException {
    String usual = environment.getOrDefault(AgentUrl.VARIABLE, AgentUrl.USUAL);
    AskedPods pods = AskedPods.of(agent == null ? usual : agent, roots);
    return soon ? pods.soon() : pods;
  }
}
