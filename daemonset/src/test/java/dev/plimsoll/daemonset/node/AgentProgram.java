package dev.plimsoll.daemonset.node;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the agent is called: with the launcher's options, from its jar where there is one already.
final class AgentProgram {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:-UsePerfData",
          "-Xms16m",
          "-Xmx64m",
          "-Xmn8m",
          "-XX:SurvivorRatio=3",
          "-Xss512k",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED");

  private AgentProgram() {}

  static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    Optional<Path> jar = jar();
    command.addAll(
        jar.isPresent()
            ? List.of("-jar", jar.get().toString())
            : List.of("-cp", classPath(), "dev.plimsoll.agent.Main"));
    command.addAll(arguments);
    return command;
  }

  /// Maven hands it to this module once it has been packaged, with what it needs beside it.
  private static Optional<Path> jar() {
    return parts()
        .filter(part -> part.getFileName().toString().matches("plimsoll-agent-[0-9.]+\\.jar"))
        .filter(part -> Files.isDirectory(part.resolveSibling("lib")))
        .findFirst();
  }

  private static Stream<Path> parts() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(part -> Path.of(part).toAbsolutePath());
  }

  private static String classPath() {
    return String.join(File.pathSeparator, parts().map(Path::toString).toList());
  }
}
