package dev.plimsoll.agent.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PageMemoryTest {
  private final PageMemory memory = new PageMemory(10_000);

  @Test
  void holdsSoManyBytes() throws InterruptedException {
    assertTrue(memory.hold(4000, 0));
    assertTrue(memory.hold(4000, 0));
    assertFalse(memory.hold(4000, 10));
    memory.release(4000);
    assertTrue(memory.hold(4000, 0));
  }

  @Test
  void aPageTooLargeForAllIsLetInAlone() throws InterruptedException {
    assertTrue(memory.hold(Integer.MAX_VALUE, 0));
    assertFalse(memory.hold(1, 10));
    memory.release(Integer.MAX_VALUE);
    assertTrue(memory.hold(1, 0));
    assertFalse(memory.hold(Integer.MAX_VALUE, 10));
  }
}
