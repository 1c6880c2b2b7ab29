package dev.plimsoll.daemonset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What the chart gives Prometheus and Grafana.
@NullUnmarked
final class ChartMonitoringTest {
  private static final String ALL_DROP_INS =
      "dropIn: {node: {enabled: true}, process: {enabled: true}, cadvisor: {enabled: true},"
          + " kube: {enabled: true}}\n";

  private final Chart chart = Chart.ofSources();

  @ParameterizedTest
  @ValueSource(strings = {"podMonitor", "monitor"})
  void everyDropInHasItsPathAndItsJob(String monitor) throws IOException {
    Map<String, String> jobs = jobs(ALL_DROP_INS, monitor);
    assertEquals(
        Map.of(
            "/metrics", "plimsoll",
            "/metrics/node", "node-exporter",
            "/metrics/process", "process-exporter",
            "/metrics/cadvisor", "kubelet",
            "/metrics/kube", "kube-state-metrics"),
        jobs);
  }

  @Test
  void withoutDropInsOnlyOwnFamiliesAreScraped() throws IOException {
    assertEquals(Map.of("/metrics", "plimsoll"), jobs("", "podMonitor"));
  }

  @Test
  void aDropInsJobMayHaveAnotherName() throws IOException {
    String values = "dropIn: {node: {enabled: true, job: node}}\n";
    assertEquals("node", jobs(values, "podMonitor").get("/metrics/node"));
  }

  private Map<String, String> jobs(String values, String monitor) throws IOException {
    Map<String, String> jobs = new TreeMap<>();
    for (Map<String, Object> endpoint : endpoints(values, monitor)) {
      assertEquals(true, endpoint.get("honorLabels"));
      assertEquals("metrics", endpoint.get("port"));
      jobs.put(String.valueOf(endpoint.get("path")), relabeled(endpoint, "job").get("replacement"));
    }
    return jobs;
  }

  private List<Map<String, Object>> endpoints(String values, String monitor) throws IOException {
    OperatorObject object =
        chart.render(values + "prometheus: {" + monitor + ": {enabled: true}}").operators();
    return object.list(monitor.equals("monitor") ? "endpoints" : "podMetricsEndpoints");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> relabeled(Map<String, Object> endpoint, String label) {
    return ((List<Map<String, String>>) endpoint.get("relabelings"))
        .stream().filter(rule -> label.equals(rule.get("targetLabel"))).findFirst().orElseThrow();
  }

  /// kube-prometheus-stack's expressions ask for both.
  @Test
  void cadvisorsSeriesSayTheirPath() throws IOException {
    for (Map<String, Object> endpoint : endpoints(ALL_DROP_INS, "podMonitor")) {
      if (!"/metrics/cadvisor".equals(endpoint.get("path"))) continue;
      assertEquals("/metrics/cadvisor", relabeled(endpoint, "metrics_path").get("replacement"));
      return;
    }
    throw new AssertionError("no such endpoint");
  }

  @Test
  void besideAMonitorThePodsAreNotScrapedByTheirAnnotations() throws IOException {
    assertTrue(annotations("{}").containsKey("prometheus.io/scrape"));
    assertFalse(
        annotations("prometheus: {podMonitor: {enabled: true}}")
            .containsKey("prometheus.io/scrape"));
  }

  @Test
  void withTlsThePodsAreScrapedByIt() throws IOException {
    assertFalse(annotations("{}").containsKey("prometheus.io/scheme"));
    assertEquals(
        "https",
        annotations("webConfig: {existingSecret: web, tls: true}").get("prometheus.io/scheme"));
  }

  private Map<String, String> annotations(String values) throws IOException {
    return chart
        .render(values)
        .the(V1DaemonSet.class)
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations();
  }

  @Test
  void dashboardsAreTheFilesToTheByte() throws IOException {
    Map<String, String> shipped = new TreeMap<>();
    for (V1ConfigMap map : chart.render("dashboards: {enabled: true}").all(V1ConfigMap.class)) {
      assertEquals("1", map.getMetadata().getLabels().get("grafana_dashboard"));
      shipped.putAll(map.getData());
    }
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(Path.of("../dashboards/grafana"))) {
      for (Path file : paths.toList()) {
        // A ConfigMap and all its rights to be in etcd: 1 MiB.
        assertTrue(Files.size(file) < 1_000_000, file::toString);
        files.put(file.getFileName().toString(), Files.readString(file).stripTrailing());
      }
    }
    shipped.replaceAll((_, text) -> text.stripTrailing());
    assertEquals(files, shipped);
  }

  @Test
  void rulesAreTheFiles() throws IOException {
    List<Object> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(Path.of("../dashboards/prometheus"))) {
      for (Path file : paths.sorted().toList()) files.addAll(groups(file));
    }
    OperatorObject shipped = chart.render("prometheusRule: {enabled: true}").operators();
    assertEquals(files, shipped.list("groups"));
  }

  /// Where the runbooks are is not known by itself.
  private static List<?> groups(Path file) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<?, ?> content = yaml.load(Files.readString(file));
    List<?> groups = (List<?>) content.get("groups");
    for (Object group : groups) {
      for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
        if (((Map<?, ?>) rule).get("annotations") instanceof Map<?, ?> annotations) {
          annotations.remove("runbook_url");
        }
      }
    }
    return groups;
  }

  @Test
  void runbooksMayBeElsewhere() throws IOException {
    String values = "prometheusRule: {enabled: true, runbookUrl: 'https://example.org/books/'}";
    String rules = chart.text(values, Chart.KUBERNETES);
    assertTrue(rules.contains("runbook_url: https://example.org/books/NodeMemoryPressure.md\n"));
  }

  @Test
  void anAlertIsLeftOutByItsName() throws IOException {
    String values =
        "prometheusRule: {enabled: true, disabled: [NodeMemoryPressure],"
            + " additionalRuleLabels: {team: platform}}";
    String rules = chart.text(values, Chart.KUBERNETES);
    assertFalse(rules.contains("NodeMemoryPressure"));
    assertTrue(rules.contains("NodeOutOfMemoryKill") && rules.contains("team: platform"));
  }
}
