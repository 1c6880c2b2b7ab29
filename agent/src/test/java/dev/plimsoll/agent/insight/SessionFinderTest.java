package dev.plimsoll.agent.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.PodTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFinderTest {
  private static final String PODS =
      """
      {"kind":"PodList","items":[{"metadata":{"name":"web-0","namespace":"shop","uid":"%s"},
      "spec":{"containers":[{"name":"web","livenessProbe":{"exec":{"command":
      ["sh","-c","sleep 30"]}},"lifecycle":{"preStop":{"exec":{"command":["/drain","--all"]}},
      "stopSignal":"SIGQUIT"}}]},
      "status":{"containerStatuses":[{"name":"web","containerID":"containerd://%s"}]}}]}
      """
          .formatted(BuiltNode.UID, BuiltNode.ID);

  @TempDir private Path root;

  private BuiltNode node(boolean isUnified) throws IOException {
    byte[] json = PODS.getBytes(StandardCharsets.UTF_8);
    PodTable pods =
        PodTable.of(
            new PodJson(KeptAnnotations.none()).list(new ByteArrayInputStream(json)).pods());
    BuiltNode node = new BuiltNode(root, isUnified, pods);
    node.process(100, BuiltNode.SHIM, "server").inside(1).write();
    node.process(101, 100, "worker").session(100).inside(7).write();
    return node;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheContainerStartedIsNone(boolean isUnified) throws IOException {
    BuiltNode node = node(isUnified);
    node.process(102, 101, "job").session(102).inside(8).write();
    node.process(103, 102, "step").session(102).inside(9).write();
    assertEquals(List.of(), node.look().sessions());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTerminalShowsSomebody(boolean isUnified) throws IOException {
    BuiltNode node = node(isUnified);
    node.process(200, BuiltNode.SHIM, "sh").started(300_000).terminal(34816).inside(20).write();
    node.process(201, 200, "vi").session(200).terminal(34816).inside(21).write();
    assertEquals(List.of("200 INTERACTIVE sh 34816×2"), BuiltNode.text(node.look().sessions()));
  }

  @Test
  void commandsOfTheSpecAreTheKubelets() throws IOException {
    BuiltNode node = node(true);
    node.process(200, BuiltNode.SHIM, "sh").runs("sh", "-c", "sleep 30").started(1_000_000).write();
    node.process(201, BuiltNode.SHIM, "sleep").runs("sleep", "30").started(1_000_001).write();
    node.process(202, BuiltNode.SHIM, "drain").runs("/drain", "--all").started(1_000_002).write();
    node.process(203, BuiltNode.SHIM, "drain").runs("/drain", "--al").started(1_000_003).write();
    node.process(204, BuiltNode.SHIM, "runc:[2:INIT]").started(1_000_004).write();
    assertEquals(
        List.of(
            "200 PROBE sh 0×1", "201 PROBE sleep 0×1", "202 HOOK drain 0×1", "203 OTHER drain 0×1"),
        BuiltNode.text(node.look().sessions()));
  }

  @Test
  void theSpecsSignalIsAskedFor() throws IOException {
    assertEquals(3, node(true).look().stopSignal().orElseThrow().signal().number());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatASessionLeavesBehindIsKnownByIt(boolean isUnified) throws IOException {
    BuiltNode node = node(isUnified);
    node.process(200, BuiltNode.SHIM, "sh").started(300_000).inside(20).write();
    node.process(201, 200, "tail").session(200).inside(21).write();
    node.process(202, 200, "daemon").session(202).inside(22).write();
    assertEquals(List.of("200 OTHER sh 0×3"), BuiltNode.text(node.look().sessions()));
    node.end(200);
    node.process(201, 100, "tail").session(200).started(300_001).inside(21).write();
    node.process(202, 100, "daemon").session(202).started(300_002).inside(22).write();
    List<String> left = List.of("201 LEFTOVER tail 0×1", "202 LEFTOVER daemon 0×1");
    assertEquals(left, BuiltNode.text(node.look().sessions()));
    assertEquals(left, BuiltNode.text(node.look().sessions()));
    node.end(201);
    node.end(202);
    assertEquals(List.of(), node.look().sessions());
  }

  @Test
  void anOrphanOfALivingSessionBelongsToIt() throws IOException {
    BuiltNode node = node(true);
    node.process(200, BuiltNode.SHIM, "sh").started(300_000).inside(20).write();
    node.process(201, 100, "bg").session(200).started(300_001).inside(21).write();
    node.look();
    assertEquals(List.of("200 OTHER sh 0×1"), BuiltNode.text(node.look().sessions()));
  }

  @Test
  void whoeverWasSeenTooLateIsDetached() throws IOException {
    BuiltNode node = node(true);
    node.process(201, 100, "tail").session(200).started(300_001).inside(21).write();
    assertEquals(List.of("201 DETACHED tail 0×1"), BuiltNode.text(node.look().sessions()));
  }

  @Test
  void pauseAdoptsWherePidsAreShared() throws IOException {
    BuiltNode node = node(true);
    node.process(200, BuiltNode.SHIM, "sh").started(300_000).inside(20).write();
    node.process(201, 200, "tail").session(200).inside(21).write();
    node.look();
    node.end(200);
    node.process(201, BuiltNode.PAUSE, "tail").session(200).started(300_001).inside(21).write();
    assertEquals(List.of("201 LEFTOVER tail 0×1"), BuiltNode.text(node.look().sessions()));
  }

  @Test
  void namesMayBeNasty() throws IOException {
    BuiltNode node = node(true);
    node.process(200, BuiltNode.SHIM, "a) S 1 1\n\033[31m").started(300_000).write();
    assertEquals(
        List.of("200 OTHER a) S 1 1\n\033[31m 0×1"), BuiltNode.text(node.look().sessions()));
  }
}
