package dev.plimsoll.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Real programs to compare with: below the folder that the variable `PLIMSOLL_PEERS` names, or on
/// PATH.
public final class Peers {
  private Peers() {}

  /// The program. On CI one that is missing is a failure; elsewhere its test is skipped.
  public static Path require(String program) {
    Optional<Path> found =
        places().map(folder -> folder.resolve(program)).filter(Files::isExecutable).findFirst();
    String help =
        program + " is neither on PATH nor in usr/bin below the folder that PLIMSOLL_PEERS names";
    assertFalse(found.isEmpty() && "true".equals(System.getenv("CI")), help);
    if (found.isEmpty())
      System.err.println("skipped: " + help + "; Debian has a package of that name");
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
