package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodDisks;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What volumes, layers and logs take.
class PodDiskMetricsTest {
  private final DroppedSeries dropped = new DroppedSeries();

  private String page(PodTable pods, PodDisks disks) throws IOException {
    return new Exposition(10_000, dropped)
        .page(
            null,
            Set.of(),
            sink -> {
              VolumeMetrics.write(pods, disks, sink);
              PodDiskMetrics.write(pods, disks, sink);
              KubeletDiskMetrics.write(disks, sink);
            })
        .body()
        .toString(StandardCharsets.UTF_8);
  }

  private static PodDisks disks(String json) throws IOException {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return PodDisks.read(new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.20", "1.36"})
  void showsWhatRealKubeletsMeasured(String version) throws IOException {
    PodTable pods = PodTable.of(Captured.pods(version + "/pods").pods());
    try (InputStream in = Files.newInputStream(Captured.file(version + "/stats.json"))) {
      String text = page(pods, PodDisks.read(in));
      Path golden = Captured.file(version + "/disks.prom");
      if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
      assertEquals(Files.readString(golden), text);
    }
    assertEquals(Map.of(), dropped.byFamily());
  }

  @Test
  void comparesWithLimits() throws IOException {
    String list =
        "{'kind':'PodList','items':[{'metadata':{'uid':'u','name':'p','namespace':'n'},'spec':{"
            + "'volumes':[{'name':'v','emptyDir':{'sizeLimit':'1Mi'}},{'name':'m','emptyDir':"
            + "{'medium':'Memory'}},{'name':'d','persistentVolumeClaim':{'claimName':'c'}}],"
            + "'containers':[{'name':'a','resources':{'limits':{'ephemeral-storage':'2k'}}},"
            + "{'name':'b','resources':{'limits':{'ephemeral-storage':'3k'}}},{'name':'c'}]}}]}";
    PodTable pods =
        PodTable.of(
            new PodJson(KeptAnnotations.none())
                .list(
                    new ByteArrayInputStream(
                        list.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .pods());
    PodDisks disks =
        disks(
            "{'node':{},'pods':[{'podRef':{'uid':'u'},'ephemeral-storage':{'usedBytes':2500},"
                + "'volume':[{'name':'v','usedBytes':524288},{'name':'m','usedBytes':1},"
                + "{'name':'d','usedBytes':2},{'name':'x','pvcRef':{'name':'y'},'usedBytes':3}],"
                + "'containers':[{'name':'a','rootfs':{'usedBytes':400},'logs':{'usedBytes':600}},"
                + "{'name':'b','rootfs':{'usedBytes':1}}]}]}");
    String pod = "{namespace=\"n\",pod=\"p\",workload=\"p\",workload_kind=\"Pod\"";
    String a = "{container=\"a\",namespace=\"n\",pod=\"p\",workload=\"p\",workload_kind=\"Pod\"}";
    for (String line :
        List.of(
            "plimsoll_volume_limit_bytes{namespace=\"n\",persistentvolumeclaim=\"\",pod=\"p\",type=\"emptyDir\",volume=\"v\",workload=\"p\",workload_kind=\"Pod\"} 1048576.0",
            "plimsoll_volume_limit_ratio{namespace=\"n\",persistentvolumeclaim=\"\",pod=\"p\",type=\"emptyDir\",volume=\"v\",workload=\"p\",workload_kind=\"Pod\"} 0.5",
            "plimsoll_volume_used_bytes{namespace=\"n\",persistentvolumeclaim=\"\",pod=\"p\",type=\"memory\",volume=\"m\",workload=\"p\",workload_kind=\"Pod\"} 1.0",
            "plimsoll_volume_used_bytes{namespace=\"n\",persistentvolumeclaim=\"c\",pod=\"p\",type=\"persistentVolumeClaim\",volume=\"d\",workload=\"p\",workload_kind=\"Pod\"} 2.0",
            "plimsoll_volume_used_bytes{namespace=\"n\",persistentvolumeclaim=\"y\",pod=\"p\",type=\"\",volume=\"x\",workload=\"p\",workload_kind=\"Pod\"} 3.0",
            "plimsoll_container_rootfs_used_bytes" + a + " 400.0",
            "plimsoll_container_logs_used_bytes" + a + " 600.0",
            "plimsoll_container_ephemeral_storage_limit_ratio" + a + " 0.5",
            "plimsoll_pod_ephemeral_storage_limit_bytes" + pod + "} 5000.0",
            "plimsoll_pod_ephemeral_storage_limit_ratio" + pod + "} 0.5")) {
      String text = page(pods, disks);
      assertEquals(1, text.lines().filter(line::equals).count(), line + " in\n" + text);
    }
    assertEquals(
        1,
        page(pods, disks)
            .lines()
            .filter(line -> line.startsWith("plimsoll_container_ephemeral_storage_limit_ratio"))
            .count(),
        "a ratio of what was not measured");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{'kind':'PodList'}",
        "{'node':{'fs':{'usedBytes':1}},'pods':[{'podRef':{'uid':'u'}",
        "{'node':{'fs':{"
      })
  void refusesWhatIsNoSummaryOrNotAllOfIt(String text) {
    assertThrows(IOException.class, () -> disks(text));
  }

  /// A later kubelet may tell otherwise; what it does not tell as it should is not known.
  @Test
  void takesWhatItKnows() throws IOException {
    PodDisks disks =
        disks(
            "{'later':[{}],'node':{'fs':{'usedBytes':'many','inodes':99999999999999999999,"
                + "'capacityBytes':7}},'pods':[{'podRef':[],'containers':{},'volume':7}]}");
    assertEquals(7, disks.nodeFs().capacityBytes().getAsLong());
    assertEquals(true, disks.nodeFs().usedBytes().isEmpty() && disks.nodeFs().inodes().isEmpty());
  }
}
