package dev.plimsoll.collectors.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pool with more and more data sets.
class ZfsDatasetsTest {
  @TempDir private Path proc;

  private final KernelReader reader = new KernelReader();
  private final ZfsDatasets known = new ZfsDatasets();

  private void datasets(int count, long writes) throws IOException {
    Path pool = Files.createDirectories(proc.resolve("spl/kstat/zfs/tank"));
    for (int number = 0; number < count; number++) {
      Files.writeString(
          pool.resolve("objset-0x" + number),
          """
          36 1 0x01 7 2160 5217542 2186
          name                            type data
          dataset_name                    7    tank/%d
          writes                          4    %d
          """
              .formatted(number, writes));
    }
  }

  private long writesOfTheFirst() {
    Roots roots = new Roots(proc.toString(), "/nowhere", "/nowhere");
    ZfsPool pool = ZfsStats.read(reader, roots, known).present().orElseThrow().pools().getFirst();
    return pool.datasets().getFirst().numbers().getOrDefault("writes", -1L);
  }

  @Test
  void fewAreReadInEveryPass() throws IOException {
    for (int writes = 1; writes < 4; writes++) {
      datasets(ZfsDatasets.FEW, writes);
      assertEquals(writes, writesOfTheFirst());
    }
  }

  @Test
  void manyAreReadInEveryTwelfthPass() throws IOException {
    datasets(ZfsDatasets.FEW + 1, 1);
    assertEquals(1, writesOfTheFirst());
    datasets(1, 2);
    for (int pass = 2; pass <= 12; pass++) assertEquals(1, writesOfTheFirst());
    assertEquals(2, writesOfTheFirst());
  }
}
