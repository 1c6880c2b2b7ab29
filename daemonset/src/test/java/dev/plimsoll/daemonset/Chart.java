package dev.plimsoll.daemonset;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The chart, rendered by Helm itself.
final class Chart {
  static final Path FOLDER = Path.of("chart/plimsoll");

  /// The oldest whose kubelet has `nodes/pods`.
  static final String KUBERNETES = "1.33.0";

  private final Helm helm;

  /// @param place a chart's folder or its package
  Chart(Path place) {
    helm = new Helm(place);
  }

  static Chart ofSources() {
    return new Chart(FOLDER);
  }

  LintResult lint() {
    return helm.lint().strict().call();
  }

  /// @return the chart's package, in that folder
  Path pack(Path folder) throws IOException {
    helm.packageIt().withDestination(folder).call();
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tgz")).findFirst().orElseThrow();
    }
  }

  /// @param values the YAML of what differs from the chart's own
  /// @throws IllegalStateException with Helm's message
  String text(String values, String kubernetes) throws IOException {
    Path file = Files.createTempFile("values", ".yaml");
    try {
      Files.writeString(file, values);
      return helm.template()
          .withName("plimsoll")
          .withNamespace("plimsoll")
          .withKubeVersion(kubernetes)
          .withValuesFile(file)
          .call();
    } finally {
      Files.delete(file);
    }
  }

  Manifest render(String values) throws IOException {
    return Manifest.parse(text(values, KUBERNETES));
  }

  /// What Helm tells who has installed it.
  String notes(String values) throws IOException {
    Path file = Files.createTempFile("values", ".yaml");
    try {
      Files.writeString(file, values);
      return helm.install()
          .withName("plimsoll")
          .withNamespace("plimsoll")
          .clientOnly()
          .dryRun()
          .withKubeVersion(KUBERNETES)
          .withValuesFile(file)
          .call()
          .getOutput();
    } finally {
      Files.delete(file);
    }
  }
}
