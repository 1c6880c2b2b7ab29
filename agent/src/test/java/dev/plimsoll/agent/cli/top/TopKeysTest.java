package dev.plimsoll.agent.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopKeysTest {
  private final TopKeys keys = new TopKeys(TopView.first(Duration.ofSeconds(3)));

  private void press(String text) {
    text.codePoints().forEach(keys::press);
  }

  @Test
  void lettersChooseTheOrder() {
    press("M");
    assertEquals(TopView.Sort.MEMORY, keys.view().sort());
    press("R");
    assertTrue(keys.view().reversed());
    press("T");
    assertEquals(TopView.Sort.TIME, keys.view().sort());
    assertFalse(keys.view().reversed());
    press("NP");
    assertEquals(TopView.Sort.CPU, keys.view().sort());
  }

  @Test
  void lettersToggleWhatIsShown() {
    press("c1v");
    assertTrue(keys.view().commandLine() && keys.view().eachCpu() && keys.view().containers());
    press("c1t");
    assertFalse(keys.view().commandLine() || keys.view().eachCpu() || keys.view().containers());
  }

  @Test
  void threadsAndContainersTakeEachOthersPlace() {
    press("H");
    assertEquals(TopView.Rows.THREADS, keys.view().rows());
    press("v");
    assertEquals(TopView.Rows.CONTAINERS, keys.view().rows());
    press("HH");
    assertEquals(TopView.Rows.PROCESSES, keys.view().rows());
    press("uroot\r");
    assertEquals("root", keys.view().filter().user());
  }

  @Test
  void aTypedTextIsNoCommand() {
    press("/qé\u007fx");
    assertEquals(Optional.of("Only lines with: qx"), keys.prompt());
    press("\r");
    assertEquals("qx", keys.view().filter().text());
    assertFalse(keys.quit());
    press("pshop\r/\r");
    assertEquals("shop", keys.view().filter().pod());
    assertEquals("", keys.view().filter().text());
  }

  @Test
  void escapeForgetsWhatWasTyped() {
    press("/abc");
    keys.press(TopKeys.ESCAPE);
    assertEquals(Optional.empty(), keys.prompt());
    assertEquals("", keys.view().filter().text());
  }

  @Test
  void theDelayIsAskedFor() {
    press("d0.5\r");
    assertEquals(Duration.ofMillis(500), keys.view().delay());
    press("s-1\rsNaN\rs99999\rs\r");
    assertEquals(Duration.ofMillis(500), keys.view().delay());
    press("s0\r");
    assertEquals(Duration.ofMillis(100), keys.view().delay());
  }

  @Test
  void arrowsScrollAndStopAtTheTop() {
    keys.press(TopKeys.DOWN);
    keys.press(TopKeys.PAGE_DOWN);
    assertEquals(21, keys.view().skipped());
    keys.press(TopKeys.PAGE_UP);
    keys.press(TopKeys.UP);
    keys.press(TopKeys.UP);
    assertEquals(0, keys.view().skipped());
  }

  @Test
  void anyKeyLeavesTheHelpAndQEndsTop() {
    press("h");
    assertTrue(keys.help());
    press("q");
    assertFalse(keys.help() || keys.quit());
    press("q");
    assertTrue(keys.quit());
  }
}
