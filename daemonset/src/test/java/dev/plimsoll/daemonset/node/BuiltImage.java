package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// The image, built by the Dockerfile.
///
/// @param archive as `docker load` wants it
/// @param compressedBytes what a node pulls
record BuiltImage(Path archive, long compressedBytes) {
  private static final List<String> NEEDED = List.of("buildah", "debootstrap", "mvn");

  /// Builds it. On CI a missing program is a failure; elsewhere the test is skipped.
  static BuiltImage in(Path folder) throws IOException, InterruptedException {
    List<String> missing = NEEDED.stream().filter(program -> !isOnPath(program)).toList();
    String help = "to build the image install " + missing + ", and be root";
    boolean isThere = missing.isEmpty() && "root".equals(System.getProperty("user.name"));
    assertFalse(!isThere && "true".equals(System.getenv("CI")), help);
    if (!isThere) System.err.println("skipped: " + help);
    Assumptions.assumeTrue(isThere, help);
    return build(folder);
  }

  private static BuiltImage build(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of("src/test/image/build").toAbsolutePath().toString(),
                folder.toString(),
                System.getProperty("java.home"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return new BuiltImage(folder.resolve("plimsoll.tar"), Long.parseLong(out.strip()));
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
