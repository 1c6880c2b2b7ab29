package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing of what `kube/workloads.yaml` marks as never to be shown is on any page or in the log:
/// values of secrets, of config maps and of the environment, annotations, arguments of commands.
@KubeTest
final class SecrecyTest {
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
  private static final String MARK = "never-shown";

  @Test
  void noPageShowsThem(Cluster cluster) throws IOException, InterruptedException {
    RunningAgent agent = cluster.agent();
    List<String> paths = new ArrayList<>(List.of("/"));
    LINK.matcher(agent.page("/")).results().forEach(link -> paths.add(link.group(1)));
    assertTrue(paths.contains("/metrics"), () -> "no link to /metrics among " + paths);
    List<String> shown = paths.stream().filter(path -> agent.page(path).contains(MARK)).toList();
    assertEquals(List.of(), shown);
    List<String> objects =
        Stream.concat(paths(agent.api("/api/v1")), ofEachPod(cluster))
            .filter(path -> agent.api(path).contains(MARK))
            .toList();
    assertEquals(List.of(), objects);
    assertTrue(!agent.log().contains(MARK), "the log shows them");
  }

  private static Stream<String> ofEachPod(Cluster cluster)
      throws IOException, InterruptedException {
    return cluster.pods().stream()
        .map(ClusterPod::name)
        .flatMap(pod -> Stream.of("/api/v1/pods/" + pod, "/api/v1/why/" + pod));
  }

  private static Stream<String> paths(String index) {
    return JsonParser.parseString(index).getAsJsonArray().asList().stream()
        .map(resource -> resource.getAsJsonObject().get("path").getAsString());
  }
}
