package dev.plimsoll.agent.join;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupOwner.ContainerRuntime;
import dev.plimsoll.collectors.cgroup.CgroupOwner.Qos;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownPodsTest {
  private static final String WEB = "2251d0ec-b51d-4e9b-916c-c62ba3c55c36";
  private static final String STATIC = "bf74513dd1c1bb6fe6c9369db2d62590";

  private final PodTable kubelet = PodTable.of(Captured.pods("1.36/pods").pods());
  private final PodTable api = PodTable.of(Captured.pods("1.36/api-pods").pods());
  private final PodIndex names = new KnownPods(kubelet, Set.of("sandbox"));

  KnownPodsTest() throws IOException {}

  @Test
  void namesEveryContainerThatRuns() {
    for (Pod pod : kubelet.pods()) {
      for (PodContainer container : pod.containers()) {
        String id = container.status().map(status -> status.id()).orElse("");
        if (id.isEmpty()) continue;
        ContainerName name = names.name(container(pod.groupUid(), id));
        assertEquals(pod.namespace(), name.namespace());
        assertEquals(pod.name(), name.pod());
        assertEquals(container.name(), name.container());
        assertEquals(pod.workload().name(), name.workload());
      }
    }
  }

  @Test
  void namesWhatIsNotListedByItsPod() {
    String pod = "web-759ccf96fc-dt4wh";
    assertEquals(
        new ContainerName("cap", pod, "POD", "web", "Deployment"),
        names.name(container(WEB, "sandbox")));
    assertEquals(
        new ContainerName("cap", pod, "0123456789ab", "web", "Deployment"),
        names.name(container(WEB, "0123456789abcdef")));
    assertEquals(
        Optional.of(new ContainerName("cap", pod, "", "web", "Deployment")),
        names.find(new CgroupOwner.Pod(WEB, Qos.BURSTABLE)));
  }

  @Test
  void whatNobodyToldOfHasItsUid() {
    assertEquals(
        new ContainerName("", "strange", "0123456789ab", "", ""),
        names.name(container("strange", "0123456789abcdef")));
  }

  /// Its control group has the hash of its configuration; the API server's copy another uid.
  @Test
  void aStaticPodIsFoundByEitherTelling() {
    for (PodTable table : Set.of(kubelet, api)) {
      assertEquals(
          new ContainerName("cap", "static-web-node36", "", "static-web", "StaticPod"),
          new KnownPods(table, Set.of()).name(new CgroupOwner.Pod(STATIC, Qos.UNKNOWN)));
    }
  }

  private static CgroupOwner.Container container(String uid, String id) {
    return new CgroupOwner.Container(uid, id, ContainerRuntime.CONTAINERD, Qos.UNKNOWN);
  }
}
