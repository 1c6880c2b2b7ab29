package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The agent as it runs on a node, in the node's namespaces, on a free port.
final class RunningAgent implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("serves (http://[^/]+)/metrics");
  private static final Pattern PAGE = Pattern.compile("answers +(http://[^/]+)/api/v1");

  private final KubeNode node;
  private final Process process;
  private final Path log;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String page;

  /// @param options beside those that say who is asked
  RunningAgent(KubeNode node, Access access, Path folder, String... options)
      throws IOException, InterruptedException {
    this.node = node;
    log = Files.createTempFile(folder, "agent", ".log");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--web.listen-address=" + node.address() + ":0",
                "--web.page-address=" + node.address() + ":0"));
    arguments.addAll(access.flags());
    arguments.addAll(List.of(options));
    ProcessBuilder builder = node.program("inside", AgentProgram.command(arguments));
    builder.environment().putAll(access.variables());
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      Await.until("serving", () -> PAGE.matcher(log()).find() || !process.isAlive());
      address = address(ADDRESS);
      page = address(PAGE);
      Await.until("ready", () -> get(address + "/readyz").statusCode() == 200);
    } catch (IOException | InterruptedException | AssertionError failed) {
      close();
      throw failed;
    }
  }

  private String address(Pattern line) throws IOException {
    Matcher found = line.matcher(log());
    if (!found.find()) throw new AssertionError(log());
    return found.group(1);
  }

  /// Of the address for people and commands.
  String api(String path) {
    return succeeded(get(page + path));
  }

  /// What a command prints on the node that asks this agent.
  String command(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder program = node.program("inside", AgentProgram.command(List.of(arguments)));
    program.environment().put("PLIMSOLL_AGENT", page);
    return Command.run(program.command(), program.environment()).succeeded();
  }

  /// What it has printed.
  String log() throws IOException {
    return Command.text(log);
  }

  Samples samples(String path) {
    return Samples.parse(page(path));
  }

  /// A page that must be there.
  String page(String path) {
    return succeeded(get(address + path));
  }

  private static String succeeded(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), () -> response.uri() + ": " + response.body());
    return response.body();
  }

  private HttpResponse<String> get(String url) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException refused) {
      throw new AssertionError(url, refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /// What was started is the tool, whose child becomes the agent.
  @Override
  public void close() {
    client.shutdownNow();
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    all.forEach(each -> each.onExit().orTimeout(1, TimeUnit.MINUTES).join());
  }
}
