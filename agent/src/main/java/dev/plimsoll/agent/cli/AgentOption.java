package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.agent.AgentUrl;
import dev.plimsoll.agent.cli.agent.AskedPods;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.collectors.Roots;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Who is asked for the names of pods: `@Mixin private AgentOption agent`.
final class AgentOption {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = AgentUrl.FLAG,
      paramLabel = "URL",
      defaultValue = "${env:" + AgentUrl.VARIABLE + ":-" + AgentUrl.USUAL + "}",
      description =
          "The agent that knows pods, or none (default: "
              + AgentUrl.USUAL
              + "). Where it does not answer, /var/log/containers has names, or nobody.")
  private String agent;

  /// Names of pods, asked for when one is needed.
  ///
  /// @throws ParameterException where the address is none
  PodIndex pods(Roots roots) {
    return new AskedPods(parse(agent, command), roots, AskedPods.PATIENCE, System::nanoTime);
  }

  /// Before anything else is said.
  ///
  /// @throws ParameterException where the address is none
  void check() {
    parse(agent, command);
  }

  /// Where the agent is; empty for nobody.
  ///
  /// @throws ParameterException where the address is none
  static Optional<AgentUrl> parse(String agent, CommandSpec command) {
    try {
      return AgentUrl.parse(agent);
    } catch (WrongSettingException wrong) {
      throw refused(wrong, command);
    }
  }

  private static ParameterException refused(WrongSettingException wrong, CommandSpec command) {
    return new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
  }
}
