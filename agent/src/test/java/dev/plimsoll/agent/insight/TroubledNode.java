package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.insight.why.Why;
import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.Probe;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.recent.MinuteKeeper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A node with pods in all sorts of trouble, of files and of what a kubelet would tell.
public final class TroubledNode {
  private static final Path PODS = Path.of("src/test/resources/why/pods.json");
  private static final long MIB = 1 << 20;

  private TroubledNode() {}

  /// What is known of it.
  ///
  /// @param root an empty directory
  /// @param isUnified cgroup v2, else v1
  public static Why why(Path root, boolean isUnified) throws IOException {
    BuiltNode node = built(root, isUnified);
    return new Why(node.view(), node.insights(), new MinuteKeeper(), probes(), BuiltNode.NOW);
  }

  /// What follows from its processes.
  public static Insights insights(Path root) throws IOException {
    return built(root, true).insights();
  }

  private static BuiltNode built(Path root, boolean isUnified) throws IOException {
    BuiltNode node = new BuiltNode(root, isUnified, pods());
    node.process(100, BuiltNode.SHIM, "gunicorn").inside(1).write();
    node.process(101, 100, "worker").session(100).inside(7).write();
    for (int pid = 110; pid < 122; pid++) node.process(pid, 100, "curl").ended().write();
    node.process(200, BuiltNode.SHIM, "sh").started(300_000).terminal(34816).write();
    node.process(210, BuiltNode.SHIM, "sh").started(400_000).runs("sh", "-c", "check").write();
    node.process(220, BuiltNode.SHIM, "nohup").started(500_000).runs("nohup", "s3cret").write();
    node.process(221, 220, "tail").session(220).started(500_001).runs("tail", "s3cret").write();
    node.memory(BuiltNode.ID, 2, 62 * MIB, 64 * MIB);
    node.look();
    node.end(220);
    node.process(221, 100, "tail").session(220).started(500_001).runs("tail", "s3cret").write();
    node.look();
    return node;
  }

  private static PodTable pods() throws IOException {
    String json =
        Files.readString(PODS).replace("UID", BuiltNode.UID).replace("ID_OF_WEB", BuiltNode.ID);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return PodTable.of(
        new PodJson(KeptAnnotations.none()).list(new ByteArrayInputStream(bytes)).pods());
  }

  private static ProbeResults probes() {
    ProbeResults.Key live = new ProbeResults.Key(BuiltNode.UID, "web", Probe.Type.LIVENESS);
    return ProbeResults.none()
        .then(1, Map.of(live, new ProbeResults.Counts(5, 0, 0)), BuiltNode.NOW.minusSeconds(60))
        .then(1, Map.of(live, new ProbeResults.Counts(5, 2, 0)), BuiltNode.NOW);
  }
}
