package dev.plimsoll.agent.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plimsoll.agent.insight.why.Diagnosis;
import dev.plimsoll.agent.insight.why.Evidence;
import dev.plimsoll.agent.insight.why.Finding;
import dev.plimsoll.agent.insight.why.Why;
import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.recent.MinuteKeeper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole of what is said of pods in trouble, from files and what a kubelet would tell.
class WhyTest {
  private static final Path RESOURCES = Path.of("src/test/resources/why");
  private static final long MIB = 1 << 20;

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void saysWhatItSaid(boolean isUnified) throws IOException {
    List<Diagnosis> all = TroubledNode.why(root, isUnified).all();
    String text = all.stream().map(WhyTest::text).collect(Collectors.joining("\n"));
    Path golden = RESOURCES.resolve("pods.txt");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertEquals(Files.readString(golden), text);
    assertFalse(text.contains("s3cret"));
  }

  @Test
  void aPodThatNobodyToldOfIsLookedAtAllTheSame() throws IOException {
    BuiltNode node = new BuiltNode(root, true, PodTable.empty());
    node.process(100, BuiltNode.SHIM, "sleep").inside(1).write();
    node.memory(BuiltNode.ID, 0, MIB, 64 * MIB);
    node.look();
    Diagnosis only = why(node, ProbeResults.none()).all().getFirst();
    assertEquals(BuiltNode.UID, only.pod());
    assertEquals(
        List.of("stop_signal_dropped"), only.findings().stream().map(Finding::kind).toList());
    assertEquals(
        List.of("nobody told of this pod: its spec, states and probes are not known"),
        only.unread());
  }

  @Test
  void aPodThatIsWellHasNoFindings() throws IOException {
    BuiltNode node = new BuiltNode(root, true, PodTable.empty());
    node.process(100, BuiltNode.SHIM, "nginx").inside(1).catches(15).write();
    node.memory(BuiltNode.ID, 0, MIB, 64 * MIB);
    node.look();
    assertEquals(List.of(), why(node, ProbeResults.none()).all().getFirst().findings());
  }

  @Test
  void whoHasNoLimitDidNotComeToIt() throws IOException {
    BuiltNode node = new BuiltNode(root, true, killedWithoutLimit());
    node.process(100, BuiltNode.SHIM, "nginx").inside(1).catches(15).write();
    node.memory(BuiltNode.ID, 0, MIB, 64 * MIB);
    node.write("sys/fs/cgroup" + BuiltNode.group(BuiltNode.ID) + "/memory.max", "max\n");
    node.look();
    assertEquals(
        List.of("Container web was killed 2 h ago for want of memory, without a limit of its own."),
        why(node, ProbeResults.none()).all().getFirst().findings().stream()
            .filter(finding -> finding.kind().equals("oom_killed"))
            .map(Finding::sentence)
            .toList());
  }

  private static PodTable killedWithoutLimit() throws IOException {
    String json =
        """
        {"kind":"PodList","items":[{"metadata":{"name":"web-0","namespace":"shop","uid":"%s"},
        "spec":{"containers":[{"name":"web"}]},
        "status":{"containerStatuses":[{"name":"web","containerID":"containerd://%s",
        "state":{"running":{}},"restartCount":1,
        "lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled",
        "finishedAt":"2023-11-14T23:00:00Z"}}}]}}]}
        """
            .formatted(BuiltNode.UID, BuiltNode.ID);
    InputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return PodTable.of(new PodJson(KeptAnnotations.none()).list(in).pods());
  }

  private static Why why(BuiltNode node, ProbeResults probes) {
    return new Why(node.view(), node.insights(), new MinuteKeeper(), probes, BuiltNode.NOW);
  }

  private static String text(Diagnosis pod) {
    StringBuilder text = new StringBuilder();
    text.append(pod.namespace()).append('/').append(pod.pod()).append(' ').append(pod.phase());
    text.append('\n');
    for (Finding finding : pod.findings()) {
      text.append("  ").append(finding.severity()).append(' ').append(finding.kind());
      text.append(": ").append(finding.sentence()).append('\n');
      for (Evidence evidence : finding.evidence()) {
        text.append("    ").append(text(evidence)).append('\n');
      }
    }
    for (String unread : pod.unread()) text.append("  unread: ").append(unread).append('\n');
    return text.toString();
  }

  private static String text(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Amount(String name, double value, String unit) ->
          (name + ' ' + value + ' ' + unit).strip();
      case Evidence.Word(String name, String value) -> name + ' ' + value;
    };
  }
}
