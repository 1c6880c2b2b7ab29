package dev.plimsoll.agent.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.PodTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OomLedgerTest {
  private static final String NEXT = "d".repeat(64);
  private static final long MIB = 1 << 20;

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoLivesOnWasHitInSilence(boolean isUnified) throws IOException {
    BuiltNode node = begin(isUnified, 3);
    assertEquals(new OomCounts(3, OptionalLong.empty()), counts(node));
    assertEquals(new OomCounts(3, OptionalLong.of(3)), counts(node));
    node.memory(BuiltNode.ID, 5, 32 * MIB, 64 * MIB);
    assertEquals(new OomCounts(5, OptionalLong.of(3)), counts(node));
    assertEquals(new OomCounts(5, OptionalLong.of(5)), counts(node));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void countsSurviveARestart(boolean isUnified) throws IOException {
    BuiltNode node = begin(isUnified, 0);
    counts(node);
    counts(node);
    node.memory(BuiltNode.ID, 1, 64 * MIB, 64 * MIB);
    counts(node);
    restart(node, "OOMKilled");
    assertEquals(new OomCounts(1, OptionalLong.of(0)), counts(node));
    node.memory(NEXT, 2, 64 * MIB, 64 * MIB);
    assertEquals(new OomCounts(3, OptionalLong.of(0)), counts(node));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theKubeletKnowsOfAKillThatNobodySaw(boolean isUnified) throws IOException {
    BuiltNode node = begin(isUnified, 0);
    counts(node);
    counts(node);
    restart(node, "OOMKilled");
    assertEquals(1, counts(node).kills());
    assertEquals(1, counts(node).kills());
  }

  /// A runtime says the same of a run in which only a child was killed.
  @Test
  void anEndThatWasNoSigkillIsNoKill() throws IOException {
    BuiltNode node = begin(true, 0);
    counts(node);
    restart(node, "OOMKilled", 0);
    assertEquals(0, counts(node).kills());
  }

  @Test
  void whatCannotBeReadForAMomentIsNotCountedTwice() throws IOException {
    BuiltNode node = begin(true, 2);
    counts(node);
    String events = "sys/fs/cgroup" + BuiltNode.group(BuiltNode.ID) + "/memory.events";
    node.write(events, "oom_kill many\n");
    counts(node);
    node.memory(BuiltNode.ID, 2, 32 * MIB, 64 * MIB);
    assertEquals(2, counts(node).kills());
  }

  @Test
  void otherEndsAreNoKills() throws IOException {
    BuiltNode node = begin(true, 0);
    counts(node);
    restart(node, "Error");
    assertEquals(0, counts(node).kills());
  }

  @Test
  void whatWasToldBeforeAnyoneLookedDoesNotCount() throws IOException {
    BuiltNode node = new BuiltNode(root, true, pods(BuiltNode.ID, "OOMKilled", 137));
    first(node, 100);
    node.memory(BuiltNode.ID, 0, MIB, 64 * MIB);
    assertEquals(0, counts(node).kills());
  }

  private BuiltNode begin(boolean isUnified, long kills) throws IOException {
    BuiltNode node = new BuiltNode(root, isUnified, pods(BuiltNode.ID, "", 0));
    first(node, 100);
    node.memory(BuiltNode.ID, kills, 32 * MIB, 64 * MIB);
    return node;
  }

  private static void first(BuiltNode node, int pid) throws IOException {
    node.process(pid, BuiltNode.SHIM, "server").inside(1).write();
  }

  private static void restart(BuiltNode node, String reason) throws IOException {
    restart(node, reason, 137);
  }

  private static void restart(BuiltNode node, String reason, int exitCode) throws IOException {
    node.end(100);
    node.ended(BuiltNode.ID);
    node.process(300, BuiltNode.SHIM, "server")
        .in(BuiltNode.group(NEXT))
        .started(200_000)
        .inside(1)
        .write();
    node.memory(NEXT, 0, MIB, 64 * MIB);
    node.told(pods(NEXT, reason, exitCode));
  }

  private static OomCounts counts(BuiltNode node) throws IOException {
    node.look();
    return node.insights().ooms().entrySet().stream()
        .filter(each -> each.getKey().container().equals("web"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /// @param reason of the last run's end; empty where it is the first
  private static PodTable pods(String id, String reason, int exitCode) throws IOException {
    String last =
        """
        ,"lastState":{"terminated":{"exitCode":%d,"reason":"%s",
        "startedAt":"2023-11-14T22:00:00Z","finishedAt":"2023-11-14T23:00:00Z"}}
        """
            .formatted(exitCode, reason);
    String json =
        """
        {"kind":"PodList","items":[{"metadata":{"name":"web-0","namespace":"shop","uid":"%s"},
        "spec":{"containers":[{"name":"web"}]},
        "status":{"containerStatuses":[{"name":"web","containerID":"containerd://%s"%s}]}}]}
        """
            .formatted(BuiltNode.UID, id, reason.isEmpty() ? "" : last);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return PodTable.of(
        new PodJson(KeptAnnotations.none()).list(new ByteArrayInputStream(bytes)).pods());
  }
}
