package dev.plimsoll.agent.metrics.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.ClusterNode;
import dev.plimsoll.agent.pod.NodeFields;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeNodeTest {
  private static String page(ClusterNode node, Set<String> labels) throws IOException {
    KubeLabels shown = new KubeLabels(Set.of(), Set.of(), labels);
    return new Exposition(10_000, new DroppedSeries())
        .page(null, Set.of(), sink -> KubeMetrics.write(node, shown, sink))
        .body()
        .toString(StandardCharsets.UTF_8);
  }

  private static ClusterNode node(String json) throws IOException {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return NodeFields.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void showsARealNode() throws IOException {
    try (InputStream in = Files.newInputStream(Captured.file("1.36/node.json"))) {
      String text = page(NodeFields.read(in), Set.of("kubernetes.io/os"));
      Path golden = Captured.file("1.36/kube-node.prom");
      if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
      assertEquals(Files.readString(golden), text);
    }
  }

  @Test
  void showsTaintsRolesAndWhatOnlySomeNodesHave() throws IOException {
    ClusterNode node =
        node(
            "{'kind':'Node','metadata':{'name':'n','labels':{'node-role.kubernetes.io/control-plane':'',"
                + "'a/b':'1','c':'2'}},'spec':{'unschedulable':true,'taints':[{'key':'k','effect':"
                + "'NoSchedule'}]},'status':{'capacity':{'attachable-volumes-x':'9'},'conditions':"
                + "[{'type':'Ready','status':'Unknown'}]}}");
    String text = page(node, Set.of("a/b"));
    for (String line :
        List.of(
            "kube_node_role{node=\"n\",role=\"control-plane\"} 1.0",
            "kube_node_spec_unschedulable{node=\"n\"} 1.0",
            "kube_node_spec_taint{effect=\"NoSchedule\",key=\"k\",node=\"n\",value=\"\"} 1.0",
            "kube_node_status_condition{condition=\"Ready\",node=\"n\",status=\"unknown\"} 1.0",
            "kube_node_status_condition{condition=\"Ready\",node=\"n\",status=\"true\"} 0.0",
            "kube_node_status_capacity{node=\"n\",resource=\"attachable_volumes_x\",unit=\"byte\"} 9.0",
            "kube_node_labels{label_a_b=\"1\",node=\"n\"} 1.0")) {
      assertEquals(1, text.lines().filter(line::equals).count(), line + " in\n" + text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "{'kind':'Status'}", "{'kind':'Node','metadata':{'name':"})
  void refusesWhatIsNoNodeOrNotAllOfIt(String text) {
    assertThrows(IOException.class, () -> node(text));
  }
}
