package dev.plimsoll.agent.pod;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What real kubelets and a real API server answered.
public final class Captured {
  private static final Path FOLDER = Path.of("src/test/resources/kubelet");

  private Captured() {}

  /// @param name `1.36/pods`
  public static Path file(String name) {
    return FOLDER.resolve(name);
  }

  public static PodJson.PodList pods(String name) throws IOException {
    try (InputStream in = Files.newInputStream(file(name + ".json"))) {
      return new PodJson(KeptAnnotations.none()).list(in);
    }
  }
}
