package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plimsoll.collectors.kernel.KernelString;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
  @Test
  void leavesPlainNamesAlone() {
    String name = "nginx: worker process (1) \\ \"quoted\"";
    assertSame(name, Printable.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "0x1b, \\x1b",
    "0x0a, \\x0a",
    "0x0d, \\x0d",
    "0x00, \\x00",
    "0x7f, \\x7f",
    "0x9b, \\xc2\\x9b",
    "0x202e, \\xe2\\x80\\xae",
    "0x2066, \\xe2\\x81\\xa6",
    "0x2028, \\xe2\\x80\\xa8",
    "0xfeff, \\xef\\xbb\\xbf",
    "0xe0041, \\xf3\\xa0\\x81\\x81",
  })
  void showsWhatATerminalWouldObeyAsBytes(int codePoint, String shown) {
    assertEquals("a" + shown + "b", Printable.of("a" + Character.toString(codePoint) + "b"));
  }

  @Test
  void showsBytesThatAreNotText() {
    byte[] name = {'a', (byte) 0xFF, (byte) 0xC3, '(', (byte) 0x9B, 'm'};
    assertEquals("a\\xff\\xc3(\\x9bm", Printable.of(KernelString.decode(name)));
  }

  @Test
  void keepsLettersIdeographsAndEmoji() {
    String name = "Größe 進捗 می‌خواهم 👩‍🚀";
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    assertEquals(name, Printable.of(KernelString.decode(bytes)));
  }
}
