package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Real programs that tests need: below the folder that PLIMSOLL_PEERS names, or on the PATH.
final class Peer {
  private Peer() {}

  /// Where the program is. On CI it must be there; elsewhere the test is skipped.
  static String find(String program) {
    Optional<String> found =
        folders().stream()
            .map(folder -> folder.resolve(program))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst();
    if (found.isPresent()) return found.get();
    String missing = program + " is not on the PATH: install Debian's package prometheus";
    if (Boolean.parseBoolean(System.getenv("CI"))) throw new AssertionError(missing);
    assumeTrue(false, missing);
    return program;
  }

  private static List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    String peers = System.getenv("PLIMSOLL_PEERS");
    if (peers != null) folders.add(Path.of(peers, "usr", "bin"));
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      folders.add(Path.of(folder));
    }
    return folders;
  }
}
