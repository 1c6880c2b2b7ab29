package dev.plimsoll.dashboards.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The real agent, reading often.
final class RunningAgent {
  private static final Pattern ADDRESS = Pattern.compile("serves http://([^/]+)/metrics");

  private RunningAgent() {}

  /// Starts it and waits until it has read everything once.
  static Program start(Path folder, String... options) throws IOException, InterruptedException {
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
                "dev.plimsoll.agent.Main",
                "run",
                "--web.listen-address=127.0.0.1:0",
                "--web.page-address=127.0.0.1:0",
                "--interval.counters=1s",
                "--interval.process=2s",
                "--interval.slow=2s"));
    command.addAll(List.of(options));
    Program agent = new Program(folder, ADDRESS, command);
    agent.awaitOk("/readyz");
    return agent;
  }
}
