package dev.plimsoll.agent.endtoend;

import dev.plimsoll.agent.access.TestIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The real program in a virtual machine of its own, on a free port.
final class RunningAgent implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("serves (https?)://([^/]+)/metrics");

  /// Where a flag may still say otherwise.
  private static final Map<String, String> PAGE =
      Map.of("PLIMSOLL_WEB_PAGE_ADDRESS", "127.0.0.1:0");

  private final Child child;
  private final HttpClient client;
  private final String scheme;
  private final String address;

  private RunningAgent(Child child, HttpClient client) throws InterruptedException {
    this.child = child;
    this.client = client;
    child.await("serving", () -> ADDRESS.matcher(said(child)).find());
    Matcher matcher = ADDRESS.matcher(said(child));
    if (!matcher.find()) throw new AssertionError(said(child));
    scheme = matcher.group(1);
    address = matcher.group(2);
  }

  private static String said(Child child) {
    return child.out() + child.err();
  }

  /// The command that is `plimsoll` here.
  static List<String> plimsoll(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.plimsoll.agent.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /// Starts `plimsoll run` and waits until it has read everything once.
  static RunningAgent start(Path folder, String... options)
      throws IOException, InterruptedException {
    return start(folder, List.of(), options);
  }

  /// @param prefix a command that runs another one, `setpriv …`
  static RunningAgent start(Path folder, List<String> prefix, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(plimsoll("run", "--web.listen-address=127.0.0.1:0"));
    command.addAll(List.of(options));
    RunningAgent agent =
        new RunningAgent(Child.start(folder, PAGE, command), HttpClient.newHttpClient());
    agent.child.await("ready", () -> agent.status("/readyz") == 200);
    return agent;
  }

  /// Starts one that shows a certificate, and waits until it answers.
  static RunningAgent start(Path folder, TestIdentity identity, String... options)
      throws Exception {
    List<String> command = plimsoll("run", "--web.listen-address=127.0.0.1:0");
    command.addAll(List.of(options));
    HttpClient trusting = HttpClient.newBuilder().sslContext(identity.trusting()).build();
    RunningAgent agent = new RunningAgent(Child.start(folder, PAGE, command), trusting);
    agent.child.await("healthy", () -> agent.status("/healthz") == 200);
    return agent;
  }

  /// `127.0.0.1:43211`
  String address() {
    return address;
  }

  Child child() {
    return child;
  }

  int status(String path) {
    return get(path).statusCode();
  }

  String text(String path) {
    HttpResponse<byte[]> response = get(path);
    if (response.statusCode() != 200) throw new AssertionError(path + ": " + response.statusCode());
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /// The value of one series; fails where it is not there.
  double value(String series) {
    return text("/metrics")
        .lines()
        .filter(line -> line.startsWith(series + ' '))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + series + '\n' + child.err()));
  }

  private HttpResponse<byte[]> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(scheme + "://" + address + path)).build();
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException refused) {
      throw new AssertionError(path + '\n' + child.out() + child.err(), refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    child.close();
  }
}
