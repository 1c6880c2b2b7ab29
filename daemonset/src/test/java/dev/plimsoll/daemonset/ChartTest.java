package dev.plimsoll.daemonset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The chart: accepted by Helm's linter, and with every value that is `true` or `false` turned,
/// each object valid to the letter.
final class ChartTest {
  private static final Set<String> ALWAYS =
      Set.of("ServiceAccount", "ClusterRole", "ClusterRoleBinding", "DaemonSet");

  private final Chart chart = Chart.ofSources();

  @Test
  void theLinterFindsNothing() {
    LintResult result = chart.lint();
    assertFalse(result.isFailed(), result.getMessages()::toString);
    assertEquals(List.of("[INFO] Chart.yaml: icon is recommended"), result.getMessages());
  }

  static Stream<Path> valuesFiles() throws IOException {
    try (Stream<Path> files = Files.list(Chart.FOLDER.resolve("ci"))) {
      return files.toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("valuesFiles")
  void everyExampleOfValuesGivesValidObjects(Path values) throws IOException {
    NavigableSet<String> kinds = chart.render(Files.readString(values)).kinds();
    assertTrue(kinds.containsAll(ALWAYS), kinds::toString);
  }

  static Stream<String> turned() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<String> turned = new ArrayList<>();
    turn("", yaml.load(Files.readString(Chart.FOLDER.resolve("values.yaml"))), turned);
    return turned.stream();
  }

  /// Adds `{a: {b: true}}` where `a.b` is `false`, for every such value.
  private static void turn(String before, Map<String, Object> values, List<String> turned) {
    for (Map.Entry<String, Object> value : values.entrySet()) {
      String path = before + '{' + value.getKey() + ": ";
      if (value.getValue() instanceof Boolean is) {
        turned.add(path + !is + "}".repeat((int) path.chars().filter(c -> c == '{').count()));
      } else if (value.getValue() instanceof Map<?, ?> inner) {
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = (Map<String, Object>) inner;
        turn(path, fields, turned);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("turned")
  void everySwitchTurnedGivesValidObjects(String values) throws IOException {
    assertTrue(chart.render(values).kinds().contains("DaemonSet"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|",
        "namespace: {create: true}|+Namespace",
        "serviceAccount: {create: false}|-ServiceAccount",
        "rbac: {create: false}|-ClusterRole,-ClusterRoleBinding",
        "service: {enabled: true}|+Service",
        "config: {log: {level: debug}}|+ConfigMap",
        "priorityClass: {create: true}|+PriorityClass",
        "networkPolicy: {enabled: true}|+NetworkPolicy",
        "prometheus: {podMonitor: {enabled: true}}|+PodMonitor",
        "prometheus: {monitor: {enabled: true}}|+Service,+ServiceMonitor",
        "prometheusRule: {enabled: true}|+PrometheusRule",
        "dashboards: {enabled: true}|+ConfigMap",
      })
  void aSwitchAddsItsObjectsAndNoOther(String values, String difference) throws IOException {
    NavigableSet<String> expected = new TreeSet<>(ALWAYS);
    for (String kind : difference == null ? new String[0] : difference.split(",", -1)) {
      if (kind.startsWith("+")) expected.add(kind.substring(1));
      else expected.remove(kind.substring(1));
    }
    assertEquals(expected, chart.render(values).kinds());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "privileges: root|at '/privileges': value must be one of 'full', 'minimal'",
        "image: {tga: 1}|at '/image': additional properties 'tga' not allowed",
        "hostPid: true|additional properties 'hostPid' not allowed",
        "port: 0|at '/port': minimum: got 0, want 1",
        "extraArgs: [run]|at '/extraArgs/0': 'run' does not match pattern '^--'",
        "prometheus: {interval: often}|at '/prometheus/interval': 'often' does not match",
        "tolerations: {}|at '/tolerations': got object, want array",
        "livenessProbe: {httpGet: {path: /}}|at '/livenessProbe': additional properties 'httpGet'",
        "prometheus: {monitor: {enabled: true}, podMonitor: {enabled: true}}|choose one",
      })
  void nonsenseIsRefusedAndNamed(String values, String message) {
    String said =
        String.valueOf(
            assertThrows(IllegalStateException.class, () -> chart.render(values)).getMessage());
    assertTrue(said.contains(message), said);
  }

  @Test
  void thePackageIsWhole(@TempDir Path folder) throws IOException {
    String values = "{dashboards: {enabled: true}, prometheusRule: {enabled: true}}";
    Path file = chart.pack(folder);
    assertEquals(
        chart.text(values, Chart.KUBERNETES), new Chart(file).text(values, Chart.KUBERNETES));
  }

  @Test
  void notesSayWhatIsMissing() throws IOException {
    assertTrue(chart.notes("privileges: minimal").contains("Privileges are minimal."));
    assertTrue(chart.notes("prometheus: {annotations: false}").contains("Nothing scrapes it yet"));
    assertTrue(chart.notes("{}").contains("-n plimsoll rollout status daemonset/plimsoll"));
  }
}
