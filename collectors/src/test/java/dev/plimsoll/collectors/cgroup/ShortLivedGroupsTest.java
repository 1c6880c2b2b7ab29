package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Containers that are there for a few passes, for one, and for none. What is reported of one is
/// whole, and what came and went unread is counted as missed.
class ShortLivedGroupsTest {
  private static final String POD = "kubepods/pod77777777-7777-4777-8777-777777777777";
  private static final int PATIENCE = 3_000;

  @TempDir private Path sys;
  private CgroupReader reader;

  @BeforeEach
  void begin() throws IOException {
    write("cgroup.controllers", "cpu");
    container("stays");
    Roots roots = new Roots(sys + "/none", sys.toString(), sys + "/none");
    reader = new CgroupReader(new KernelReader(), roots, Clock.systemUTC(), CgroupPace.usual());
    tree();
    tree();
  }

  @AfterEach
  void end() {
    reader.close();
  }

  @Test
  void oneThatIsThereForThreePassesIsReadInEach() throws IOException {
    container("brief");
    for (int pass = 0; pass < 3; pass++) assertEquals(2, tree().containers().size());
    remove("brief");
    assertEquals(1, tree().containers().size());
    assertEquals(new ContainerTurnover(1, 1, 0), tree().turnover());
  }

  @Test
  void oneThatCameAndWentBetweenTwoPassesIsMissed() throws Exception {
    container("blink");
    remove("blink");
    awaitStarted(1);
    assertEquals(new ContainerTurnover(1, 0, 1), tree().turnover());
    assertEquals(1, tree().containers().size());
  }

  @Test
  void eachOfManyIsCountedOnce() throws Exception {
    for (int index = 0; index < 100; index++) {
      container("c" + index);
      if (index % 10 == 0) tree();
      remove("c" + index);
      if (index % 20 == 0) tree();
    }
    ContainerTurnover turnover = awaitStarted(100);
    assertEquals(100, turnover.ended() + turnover.missed());
    assertTrue(turnover.missed() >= 90, turnover::toString);
  }

  @Test
  void anotherInThePlaceOfOneIsSeenThoughTheirNumberIsTheSame() throws Exception {
    write("cgroup.stat", "nr_descendants 3");
    tree();
    container("second");
    remove("stays");
    awaitStarted(1);
    assertEquals("second", tree().containers().getFirst().owner().id());
  }

  /// The kernel's notice may take a moment.
  private ContainerTurnover awaitStarted(long count) throws InterruptedException {
    ContainerTurnover turnover = tree().turnover();
    for (int wait = 0; wait < PATIENCE && turnover.started() < count; wait++) {
      Thread.sleep(10);
      turnover = tree().turnover();
    }
    assertEquals(count, turnover.started());
    return turnover;
  }

  private CgroupTree tree() {
    return reader.read().present().orElseThrow();
  }

  private void container(String id) throws IOException {
    Path group = Files.createDirectories(sys.resolve("fs/cgroup/" + POD + '/' + id));
    Files.writeString(group.resolve("cpu.stat"), "usage_usec 5\nuser_usec 2\nsystem_usec 3\n");
  }

  private void remove(String id) throws IOException {
    Path group = sys.resolve("fs/cgroup/" + POD + '/' + id);
    Files.delete(group.resolve("cpu.stat"));
    Files.delete(group);
  }

  private void write(String file, String text) throws IOException {
    Path path = sys.resolve("fs/cgroup/" + file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + '\n');
  }
}
