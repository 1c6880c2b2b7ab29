package dev.plimsoll.collectors.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import dev.plimsoll.collectors.kernel.StatVfs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand mounts, of which some or many hang.
@Timeout(180)
class ManyMountsTest {
  private static final int MOUNTS = 10_000;

  private final CountDownLatch letGo = new CountDownLatch(1);
  private final Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
  private int hanging;
  @TempDir private Path proc;

  @BeforeEach
  void table() throws Exception {
    StringBuilder table = new StringBuilder("1 0 8:1 / / rw - ext4 /dev/sda1 rw\n");
    for (int id = 2; id <= MOUNTS; id++) {
      table.append(id + " 1 0:" + id + " / /mnt/" + id + " rw - tmpfs tmpfs rw\n");
    }
    Files.createDirectories(proc.resolve("1"));
    Files.writeString(proc.resolve("1/mountinfo"), table, StandardCharsets.UTF_8);
  }

  @AfterEach
  void letGo() {
    letGo.countDown();
  }

  @Test
  void allAnswerAndFewThreadsAsk() {
    assertEquals(Map.of("size", MOUNTS), kinds(reader(Duration.ofMinutes(2))));
    assertTrue(threads.size() <= SizeWorkers.MOST, "threads: " + threads.size());
  }

  @Test
  void whatHangsIsToldAndTheOthersAnswer() throws Exception {
    hanging = 40;
    FilesystemReader reader = reader(Duration.ofSeconds(1));
    Map<String, Integer> expected = Map.of("size", MOUNTS - 40, "timeout", 40);
    while (!kinds(reader).equals(expected)) Thread.sleep(20);
    assertEquals(expected, kinds(reader));
  }

  @Test
  void threadsAreBoundedHoweverManyHang() throws Exception {
    hanging = 500;
    FilesystemReader reader = reader(Duration.ofSeconds(1));
    assertEquals(MOUNTS, kinds(reader).values().stream().mapToInt(Integer::intValue).sum());
    assertTrue(threads.size() <= SizeWorkers.MOST, "threads: " + threads.size());
    letGo.countDown();
    while (!kinds(reader).equals(Map.of("size", MOUNTS))) Thread.sleep(20);
  }

  private FilesystemReader reader(Duration wait) {
    return new FilesystemReader(
        this::ask, MountFilter.everything(), new Patience(wait, wait, Duration.ofMinutes(1)));
  }

  private StatVfs ask(SizeCall.Target target) throws KernelFileException {
    threads.add(Thread.currentThread());
    try {
      if (target.mount().id() > MOUNTS - hanging) letGo.await();
    } catch (InterruptedException _) {
      throw new KernelFileException(target.path(), Errno.EINTR);
    }
    return new StatVfs(1, 1, 1, 1, 1, 1, false);
  }

  private Map<String, Integer> kinds(FilesystemReader reader) {
    Roots roots = new Roots(proc.toString(), "/sys", "/");
    Map<String, Integer> kinds = new HashMap<>();
    for (Filesystem one : reader.read(new KernelReader(), roots).present().orElseThrow().all()) {
      String kind =
          one.size().failures().stream()
              .map(SourceFailure::kind)
              .map(Kind::label)
              .findFirst()
              .orElse("size");
      kinds.merge(kind, 1, Integer::sum);
    }
    return kinds;
  }
}
