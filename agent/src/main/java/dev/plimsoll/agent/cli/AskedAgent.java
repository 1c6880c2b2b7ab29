package dev.plimsoll.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plimsoll.agent.cli.agent.AgentClient;
import dev.plimsoll.agent.cli.agent.AgentUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// The agent, for commands that can say nothing without it: `@Mixin private AskedAgent agent`.
final class AskedAgent {
  private static final int MOST_BYTES = 1 << 26;

  /// Nobody else can tell, and a thousand pods on a busy node take a while.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = AgentUrl.FLAG,
      paramLabel = "URL",
      defaultValue = "${env:" + AgentUrl.VARIABLE + ":-" + AgentUrl.USUAL + "}",
      description = "The agent that is asked (default: " + AgentUrl.USUAL + ").")
  private String agent;

  /// @param path `/api/v1/why`
  /// @throws IOException where it does not answer, in a line for a person
  <T> T ask(String path, AgentClient.Reader<T> reader) throws IOException {
    Optional<AgentUrl> url = AgentOption.parse(agent, command);
    if (url.isEmpty()) throw new IOException("only an agent knows this, and --agent is none");
    try {
      return new AgentClient(url.get(), PATIENCE).ask(path, reader);
    } catch (JsonProcessingException nonsense) {
      throw silent(url.get(), "it does not speak JSON", nonsense);
    } catch (IOException silent) {
      throw silent(url.get(), String.valueOf(silent.getMessage()), silent);
    }
  }

  private static IOException silent(AgentUrl url, String why, IOException cause) {
    return new IOException(
        "no agent tells of this at " + url.text() + ": " + why + " (--agent names another)", cause);
  }

  /// An answer as it is.
  static String text(InputStream body) throws IOException {
    return new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
  }
}
