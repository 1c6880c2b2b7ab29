package dev.plimsoll.agent.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.insight.BuiltNode.Built;
import dev.plimsoll.agent.insight.StopSignalAudit.Answer;
import dev.plimsoll.agent.pod.PodTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopSignalAuditTest {
  @TempDir private Path root;
  private BuiltNode node;

  @BeforeEach
  void build() throws IOException {
    node = new BuiltNode(root, true, PodTable.empty());
  }

  private Built first() {
    return node.process(100, BuiltNode.SHIM, "first");
  }

  private Optional<Answer> answer() throws IOException {
    return node.look().stopSignal().map(StopSignalAudit::answer);
  }

  @Test
  void aHandlerCatches() throws IOException {
    first().inside(1).catches(15).write();
    assertEquals(Optional.of(Answer.CATCHES), answer());
  }

  @Test
  void whatIsBlockedWaits() throws IOException {
    first().inside(1).blocks(15).write();
    assertEquals(Optional.of(Answer.BLOCKS), answer());
  }

  @Test
  void withoutAHandlerItIsDropped() throws IOException {
    first().inside(1).catches(2).catches(16).write();
    assertEquals(Optional.of(Answer.DROPS), answer());
  }

  @Test
  void whoeverIgnoresItDropsIt() throws IOException {
    first().inside(1).ignores(15).write();
    assertEquals(Optional.of(Answer.DROPS), answer());
  }

  @Test
  void theInnermostNamespaceCounts() throws IOException {
    first().inside(40, 1).write();
    assertEquals(Optional.of(Answer.DROPS), answer());
  }

  @Test
  void nothingIsSaidWherePidsAreShared() throws IOException {
    first().inside(7).write();
    assertEquals(Optional.empty(), answer());
  }

  @Test
  void nothingIsSaidWherePidsAreTheHosts() throws IOException {
    first().write();
    assertEquals(Optional.empty(), answer());
  }

  @Test
  void nothingIsSaidOfWhoHasEnded() throws IOException {
    first().inside(1).ended().write();
    assertEquals(Optional.empty(), answer());
  }

  /// The node booted 10,000 seconds ago.
  @Test
  void whoHasJustStartedMayYetSayThatItHandlesIt() throws IOException {
    first().inside(1).started(999_900).write();
    assertEquals(Optional.empty(), answer());
    first().inside(1).started(999_900).catches(15).write();
    assertEquals(Optional.of(Answer.CATCHES), answer());
    first().inside(1).started(999_400).write();
    assertEquals(Optional.of(Answer.DROPS), answer());
  }

  @ParameterizedTest
  @CsvSource({
    "SIGTERM, 15",
    "TERM, 15",
    "SIGQUIT, 3",
    "SIGINT, 2",
    "SIGWINCH, 28",
    "SIGRTMIN+3, 37",
    "SIGRTMIN, 34",
    "SIGRTMAX-14, 50",
    "SIGRTMAX, 64",
    "SIGSYS, 31"
  })
  void namesHaveNumbers(String name, int number) {
    assertEquals(Optional.of(number), StopSignal.of(name).map(StopSignal::number));
  }

  @ParameterizedTest
  @CsvSource({"''", "SIG", "SIGNOTHING", "SIGRTMIN+31", "SIGRTMAX-31", "15", "SIGRTMIN-1"})
  void otherNamesHaveNone(String name) {
    assertEquals(Optional.empty(), StopSignal.of(name));
  }
}
