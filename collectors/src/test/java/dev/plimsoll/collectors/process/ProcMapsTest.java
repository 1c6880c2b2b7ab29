package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.process.ProcMaps.Mapping;
import dev.plimsoll.collectors.process.ProcMaps.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcMapsTest {
  private static List<Mapping> parse(String text) throws MalformedSourceException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ProcMaps.parse(new KernelText("/proc/1/smaps", bytes)).mappings();
  }

  @Test
  void mapsHasNoUsage() throws MalformedSourceException {
    assertEquals(
        List.of(
            new Mapping(
                0x7f21c8a28000L,
                0x7f21c8bb0000L,
                "r-xp",
                0x28000,
                "08:01",
                1837,
                "/lib/a b.so (deleted)",
                Optional.empty()),
            new Mapping(
                0xffffffffff600000L,
                0xffffffffff601000L,
                "--xp",
                0,
                "00:00",
                0,
                "[vsyscall]",
                Optional.empty())),
        parse(
            """
            7f21c8a28000-7f21c8bb0000 r-xp 00028000 08:01 1837                       /lib/a b.so (deleted)
            ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]
            """));
  }

  @Test
  void smapsHasBytes() throws MalformedSourceException {
    List<Mapping> mappings =
        parse(
            """
            1000-3000 rw-s 00000000 00:01 5
            Size:                  8 kB
            Rss:                   8 kB
            Pss:                   3 kB
            Pss_Dirty:             1 kB
            Shared_Dirty:          4 kB
            Private_Dirty:         2 kB
            Referenced:            7 kB
            Anonymous:             6 kB
            Swap:                  1 kB
            SwapPss:               1 kB
            Locked:                5 kB
            THPeligible:           0
            VmFlags: rd wr sh mr mw me
            a000-b000 r--p 00000000 00:00 0
            Rss:                   4 kB
            """);
    assertEquals(
        Optional.of(new Usage(8192, 3072, 6144, 7168, 6144, 1024, 5120)), mappings.get(0).usage());
    assertEquals(Optional.of(new Usage(4096, 0, 0, 0, 0, 0, 0)), mappings.get(1).usage());
    assertEquals("", mappings.get(0).path());
  }

  @Test
  void addressesThatAreNoneAreNamed() {
    MalformedSourceException malformed =
        assertThrows(MalformedSourceException.class, () -> parse("12z4-5678 r--p 0 00:00 0\n"));
    assertEquals(
        "/proc/1/smaps line 1: not a mask: \"12z4-5678 r--p 0 00:00 0\"", malformed.getMessage());
  }
}
