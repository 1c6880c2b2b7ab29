package dev.plimsoll.agent.metrics.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeMetricsTest {
  private static final KubeLabels NONE = new KubeLabels(Set.of(), Set.of());

  private final DroppedSeries dropped = new DroppedSeries();

  @ParameterizedTest
  @ValueSource(strings = {"1.20", "1.36"})
  void showsThePodsOfRealNodes(String version) throws IOException {
    PodTable pods = PodTable.of(Captured.pods(version + "/pods").pods());
    KubeLabels labels = new KubeLabels(Set.of("app"), Set.of());
    String text = page(sink -> KubeMetrics.write(pods, labels, sink));
    Path golden = Captured.file(version + "/kube.prom");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertEquals(Files.readString(golden), text);
    assertEquals(Map.of(), dropped.byFamily());
  }

  @Test
  void showsTheLabelsAndAnnotationsThatAreAllowed() throws IOException {
    String pod =
        "{'metadata':{'uid':'u','name':'p','namespace':'n','labels':{'a.b/c':'1','a-b/c':'2',"
            + "'appName':'4','hidden':'3'},'annotations':{'note':'x \\\\ \\\"y\\\"\\n','secret':'4'}}}";
    KubeLabels labels = new KubeLabels(Set.of("a.b/c", "a-b/c", "appName"), Set.of("note"));
    List<String> lines = lines(pods(pod, labels), labels, "kube_pod_(labels|annotations)");
    assertEquals(
        List.of(
            "kube_pod_annotations{annotation_note=\"x \\\\ \\\"y\\\"\\n\",namespace=\"n\",pod=\"p\",uid=\"u\"} 1",
            "kube_pod_labels{label_a_b_c_conflict1=\"2\",label_a_b_c_conflict2=\"1\",label_app_name=\"4\",namespace=\"n\",pod=\"p\",uid=\"u\"} 1"),
        lines.stream().map(line -> line.replace(" 1.0", " 1")).sorted().toList());
  }

  @Test
  void resourcesHaveTheirUnits() throws IOException {
    String pod =
        "{'metadata':{'uid':'u','name':'p','namespace':'n'},'spec':{'containers':[{'name':'c',"
            + "'resources':{'limits':{'cpu':'250m','memory':'1Ki','ephemeral-storage':'2k',"
            + "'hugepages-2Mi':'4Mi','nvidia.com/gpu':'2'}}}]}}";
    List<String> lines = lines(pods(pod, NONE), NONE, "kube_pod_container_resource_limits");
    String all = String.join("\n", lines);
    for (String each :
        List.of(
            "resource=\"cpu\",uid=\"u\",unit=\"core\"} 0.25",
            "resource=\"memory\",uid=\"u\",unit=\"byte\"} 1024",
            "resource=\"ephemeral_storage\",uid=\"u\",unit=\"byte\"} 2000",
            "resource=\"hugepages_2Mi\",uid=\"u\",unit=\"byte\"} 4194304",
            "resource=\"nvidia_com_gpu\",uid=\"u\",unit=\"integer\"} 2")) {
      assertTrue(all.contains(each), each + " in\n" + all);
    }
  }

  /// Names as long and as odd as Kubernetes allows, and reasons as odd as it does not forbid.
  @Test
  void aThousandOddPodsHaveAllTheirSeries() throws IOException {
    String pods =
        IntStream.range(0, 1000)
            .mapToObj(
                number ->
                    "{'metadata':{'uid':'u%d','name':'%s','namespace':'0-9'},'status':{'phase':'Failed','reason':'a\\\"\\n\\\\{}\\u00e9\\ud83d'}}"
                        .formatted(number, "x.".repeat(124) + number))
            .collect(Collectors.joining(","));
    List<String> lines = lines(pods(pods, NONE), NONE, "kube_pod_status_phase");
    assertEquals(5000, lines.size());
    assertEquals(Map.of(), dropped.byFamily());
  }

  /// A StatefulSet's pod while the one before it still ends.
  @Test
  void ofTwoPodsWithOneNameTheNewerCounts() throws IOException {
    String pod = "{'metadata':{'uid':'%s','name':'p','namespace':'n','creationTimestamp':'%s'}}";
    String pods =
        pod.formatted("new", "2026-11-20T06:26:19Z")
            + ","
            + pod.formatted("old", "2026-11-20T06:26:18Z");
    List<String> lines = lines(pods(pods, NONE), NONE, "kube_pod_created");
    assertEquals(1, lines.size());
    assertTrue(lines.getFirst().contains("uid=\"new\""), lines::toString);
  }

  private static PodTable pods(String pods, KubeLabels labels) throws IOException {
    String list = "{'kind':'PodList','items':[%s]}".formatted(pods).replace('\'', '"');
    KeptAnnotations kept = labels::hasAnnotation;
    byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
    return PodTable.of(new PodJson(kept).list(new ByteArrayInputStream(bytes)).pods());
  }

  private List<String> lines(PodTable pods, KubeLabels labels, String families) throws IOException {
    return page(sink -> KubeMetrics.write(pods, labels, sink))
        .lines()
        .filter(line -> line.matches(families + "\\{.*"))
        .toList();
  }

  private String page(Consumer<Sink> metrics) throws IOException {
    return new Exposition(10_000, dropped)
        .page(null, Set.of(), metrics)
        .body()
        .toString(StandardCharsets.UTF_8);
  }
}
