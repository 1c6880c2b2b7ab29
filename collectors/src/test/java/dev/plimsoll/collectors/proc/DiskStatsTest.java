package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.proc.DiskStats.Disk;
import dev.plimsoll.collectors.proc.DiskStats.Flushes;
import dev.plimsoll.collectors.proc.DiskStats.Transfers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lines of other kernels, and lines with faults.
class DiskStatsTest {
  private static final String LINE = "   8       1 sda1 1 2 3 4 5 6 7 8 9 10 11";

  @Test
  void linux24HasNoDiscards() {
    assertEquals(disk(Optional.empty(), Optional.empty()), parse(LINE));
  }

  @Test
  void linux418HasDiscards() {
    assertEquals(
        disk(Optional.of(new Transfers(12, 13, 14, 15)), Optional.empty()),
        parse(LINE + " 12 13 14 15"));
  }

  @Test
  void linux55HasFlushesAndLaterKernelsMayHaveMore() {
    assertEquals(
        disk(Optional.of(new Transfers(12, 13, 14, 15)), Optional.of(new Flushes(16, 17))),
        parse(LINE + " 12 13 14 15 16 17 18"));
  }

  @Test
  void aSectorHas512Bytes() {
    assertEquals(1536, parse(LINE).reads().bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"short-line", "half-of-discards", "letters"})
  void aLineThatDoesNotParseTakesNoOtherWithIt(String fault) {
    List<Disk> disks =
        new KernelReader()
            .section(Fixture.bad("diskstats/" + fault), Need.REQUIRED, DiskStats::parse)
            .present()
            .orElseThrow()
            .disks();
    assertEquals(List.of("zram0"), disks.stream().map(Disk::name).toList());
  }

  private static Disk disk(Optional<Transfers> discards, Optional<Flushes> flushes) {
    Transfers reads = new Transfers(1, 2, 3, 4);
    Transfers writes = new Transfers(5, 6, 7, 8);
    return new Disk(8, 1, "sda1", reads, writes, 9, 10, 11, discards, flushes);
  }

  private static Disk parse(String line) {
    byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
    return DiskStats.parse(new KernelText("diskstats", bytes)).disks().getFirst();
  }
}
