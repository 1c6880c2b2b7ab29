package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.daemonset.node.Samples.Sample;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What pods take of the node's disk, as the kubelet measures it once a minute.
@KubeTest
final class PodDisksTest {
  private static final String SUMMARY = "/stats/summary";

  /// The file that it writes, and the folder.
  private static final double MOST_BYTES = (1 << 20) + (1 << 14);

  @Test
  void theVolumeOfTheWriter(Cluster cluster) throws InterruptedException {
    Await.until(
        "some of the file",
        () -> {
          OptionalDouble used = used(cluster.agent().samples("/metrics"));
          assertTrue(used.orElse(0) <= MOST_BYTES, used::toString);
          return used.orElse(0) > 1 << 14;
        });
  }

  private static OptionalDouble used(Samples page) {
    return page.of("plimsoll_volume_used_bytes")
        .filter(sample -> sample.series().pod().equals("plimsoll-test/writer"))
        .filter(sample -> sample.series().label("volume").equals("data"))
        .mapToDouble(Sample::value)
        .findFirst();
  }

  @Test
  void layersAndLogs(Cluster cluster) throws InterruptedException {
    Await.nothingWrong("layers", () -> difference(cluster, "rootfs"));
    Await.nothingWrong("logs", () -> difference(cluster, "logs"));
    Await.until(
        "the writer's logs",
        () ->
            cluster
                    .agent()
                    .samples("/metrics")
                    .ofContainer(
                        "plimsoll_container_logs_used_bytes", "plimsoll-test/writer/writer")
                > 0);
  }

  /// Of which containers the kubelet tells it, and of which we do.
  private static Iterable<String> difference(Cluster cluster, String what)
      throws IOException, InterruptedException {
    Set<String> kubelet =
        Json.parse(cluster.node().kubelet(SUMMARY))
            .list("pods")
            .flatMap(pod -> containers(pod, what))
            .filter(name -> name.startsWith("plimsoll-test/"))
            .collect(Collectors.toCollection(TreeSet::new));
    if (kubelet.isEmpty()) return Set.of("the kubelet tells of none");
    Set<String> ours =
        cluster
            .agent()
            .samples("/metrics")
            .of("plimsoll_container_" + what + "_used_bytes")
            .map(sample -> sample.series().container())
            .filter(name -> name.startsWith("plimsoll-test/"))
            .collect(Collectors.toCollection(TreeSet::new));
    return JoinTest.difference(kubelet, ours);
  }

  private static Stream<String> containers(Json pod, String what) {
    Json name = pod.object("podRef");
    return pod.list("containers")
        .filter(container -> container.object(what).has("usedBytes"))
        .map(each -> name.text("namespace") + '/' + name.text("name") + '/' + each.text("name"));
  }
}
