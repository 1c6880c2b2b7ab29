package dev.plimsoll.daemonset;

import java.io.IOException;
import java.util.regex.Pattern;

/// The manifest for those who have no Helm, from the chart.
final class PlainManifest {
  private static final String HEAD =
      """
      # Plimsoll on every Linux node: kubectl apply -f daemonset/plimsoll.yaml
      #
      # Written by the chart in daemonset/chart/plimsoll. Every permission below is named in README, "Permissions", with what
      # it buys.
      """;

  /// What is true of Helm's objects alone, and where each came from.
  private static final Pattern OF_HELM =
      Pattern.compile(
          "(?m)^(# Source: .*| *helm\\.sh/chart: .*| *app\\.kubernetes\\.io/managed-by: .*)\\n");

  private PlainManifest() {}

  static String render() throws IOException {
    String text = Chart.ofSources().text("namespace: {create: true}", Chart.KUBERNETES);
    String objects = OF_HELM.matcher(text).replaceAll("");
    return HEAD + objects.substring("---\n".length());
  }
}
