package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.kernel.KernelString;
import io.prometheus.metrics.model.snapshots.Labels;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelTextTest {
  private static final byte[] ALPHABET = {'\\', 'x', 'f', '8', 0, (byte) 0xFF, (byte) 0x88};

  @Test
  void leavesValidLabelsAlone() {
    Labels labels = Labels.of("a", "line\nend", "b", "\u001b[31m 進捗 \"quoted\"");
    assertSame(labels, LabelText.of(labels));
  }

  @Test
  void writesBytesThatAreNotTextAsText() {
    byte[] bytes = {'d', (byte) 0xFF, 'e'};
    Labels labels = Labels.of("device", KernelString.decode(bytes), "plain", "x");
    assertEquals(Labels.of("device", "d\\xffe", "plain", "x"), LabelText.of(labels));
  }

  @Test
  void keepsPairsAndReplacesHalfPairsThatAreNoBytes() {
    assertEquals("\\🚀\uFFFD", LabelText.of("\\🚀\uD83D"));
  }

  @Test
  void keepsDifferentNamesDifferentAndValid() {
    Set<String> seen = new HashSet<>();
    int names = 1;
    for (int length = 0; length < 5; length++, names *= ALPHABET.length) {
      for (int number = 0; number < names; number++) {
        String text = LabelText.of(KernelString.decode(name(number, length)));
        assertEquals(
            text, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertTrue(seen.add(text), () -> text + " stands for two names");
      }
    }
  }

  private static byte[] name(int number, int length) {
    byte[] name = new byte[length];
    int left = number;
    for (int index = 0; index < length; index++, left /= ALPHABET.length) {
      name[index] = ALPHABET[left % ALPHABET.length];
    }
    return name;
  }
}
