package dev.plimsoll.daemonset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.PlimsollCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What `plimsoll run` understands.
final class ProgramOptions {
  private ProgramOptions() {}

  /// @param args a container's, `run` and options
  static void assertAccepts(List<String> args) {
    assertEquals("run", args.getFirst());
    String help = help();
    for (String arg : args.subList(1, args.size())) {
      int equals = arg.indexOf('=');
      String option = equals < 0 ? arg : arg.substring(0, equals + 1);
      assertTrue(
          help.contains(option) || option.startsWith("--collector."), () -> arg + "\n" + help);
    }
  }

  private static String help() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(0, PlimsollCommand.run(new String[] {"run", "--help"}, Map.of(), stream, stream));
    return out.toString(StandardCharsets.UTF_8);
  }
}
