package dev.plimsoll.collectors.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What file systems say that are served by a program or over the network.
class StatVfsTest {
  private static StatVfs from(long... words) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * 11);
    buffer.asLongBuffer().put(Arrays.copyOf(words, 11));
    return StatVfs.from(buffer);
  }

  @Test
  void sizesInBytes() {
    StatVfs size = from(512, 4096, 100, 40, 30, 10, 4, 4, 0, 1);
    assertEquals(4096 * 100, size.sizeBytes());
    assertEquals(4096 * 40, size.freeBytes());
    assertEquals(4096 * 30, size.availableBytes());
    assertEquals(4096 * 60, size.usedBytes());
    assertTrue(size.readOnly());
  }

  @Test
  void aProductBeyond63BitsIsTheLargest() {
    StatVfs size = from(4096, 4096, 1L << 52, 1L << 51, 1L << 50);
    assertEquals(Long.MAX_VALUE, size.sizeBytes());
    assertEquals(Long.MAX_VALUE, size.freeBytes());
    assertEquals(1L << 62, size.availableBytes());
    assertEquals(Long.MAX_VALUE, size.usedBytes());
  }

  @Test
  void whatReadsAsNegativeIsNothing() {
    StatVfs size = from(4096, 4096, 100, 40, -5, -1, -1);
    assertEquals(0, size.availableBytes());
    assertEquals(0, size.files());
    assertEquals(0, size.filesFree());
    assertEquals(0, from(4096, -4096, 100, 40, 30).sizeBytes());
  }

  @Test
  void moreFreeThanThereIsLeavesNothingUsed() {
    assertEquals(0, from(4096, 4096, 10, 40, 30).usedBytes());
  }
}
