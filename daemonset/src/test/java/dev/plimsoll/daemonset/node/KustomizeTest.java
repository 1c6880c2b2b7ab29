package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The kustomization, built by kubectl itself, and one of a user's on top of it.
final class KustomizeTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @Test
  void givesThePlainManifest() throws IOException, InterruptedException {
    assertEquals(objects(Files.readString(Path.of("plimsoll.yaml"))), objects(kustomize(HERE)));
  }

  @Test
  void aUsersKustomizationChangesTheImage(@TempDir Path folder)
      throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        bases:
          - %s
        images:
          - name: plimsoll
            newName: registry.example.org/plimsoll
            newTag: 9.9.9
        """
            .formatted(folder.toRealPath().relativize(HERE.toRealPath())));
    assertTrue(kustomize(folder).contains("image: registry.example.org/plimsoll:9.9.9\n"));
  }

  private static Set<Object> objects(String text) {
    Set<Object> objects = new HashSet<>();
    new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(objects::add);
    return objects;
  }

  private static String kustomize(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(KubeNode.tool().toString(), "kubectl", "kustomize", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), folder::toString);
    return out;
  }
}
