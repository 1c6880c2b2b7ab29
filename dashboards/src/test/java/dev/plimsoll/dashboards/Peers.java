package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Real programs of Prometheus: below the folder that the variable `PLIMSOLL_PEERS` names, or on
/// PATH.
public final class Peers {
  private Peers() {}

  /// Runs promtool; it must succeed.
  static void promtool(Path folder, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(require("promtool").toString()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  /// On CI a program that is missing is a failure; elsewhere its test is skipped.
  public static Path require(String program) {
    Optional<Path> found =
        places().map(folder -> folder.resolve(program)).filter(Files::isExecutable).findFirst();
    String help =
        program + " is neither on PATH nor in usr/bin below the folder that PLIMSOLL_PEERS names";
    assertFalse(found.isEmpty() && "true".equals(System.getenv("CI")), help);
    if (found.isEmpty())
      System.err.println("skipped: " + help + "; Debian has it in the package prometheus");
    Assumptions.assumeTrue(found.isPresent(), help);
    return found.orElseThrow();
  }

  private static Stream<Path> places() {
    Stream<Path> peers =
        Optional.ofNullable(System.getenv("PLIMSOLL_PEERS")).stream()
            .map(folder -> Path.of(folder, "usr", "bin"));
    Stream<Path> path =
        Optional.ofNullable(System.getenv("PATH")).stream()
            .flatMap(folders -> Stream.of(folders.split(File.pathSeparator, -1)))
            .map(Path::of);
    return Stream.concat(peers, path);
  }
}
