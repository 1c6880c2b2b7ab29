package dev.plimsoll.collectors.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelStringTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "eth0", "größe", "日本語", "🚢", "a\nb\u001b[31m"})
  void textStaysText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(text, KernelString.decode(bytes));
    assertArrayEquals(bytes, KernelString.encode(text));
  }

  /// A lone byte, a character cut short, a surrogate, an overlong zero, beyond the last plane.
  @ParameterizedTest
  @CsvSource({
    "ff, dcff",
    "61ff62, 0061 dcff 0062",
    "e697, dce6 dc97",
    "eda080, dced dca0 dc80",
    "c080, dcc0 dc80",
    "f4908080, dcf4 dc90 dc80 dc80",
    "f09f9ae2, dcf0 dc9f dc9a dce2"
  })
  void bytesThatAreNoTextBecomeEscapes(String bytes, String units) {
    byte[] raw = HexFormat.of().parseHex(bytes);
    StringBuilder decoded = new StringBuilder();
    for (char unit : KernelString.decode(raw).toCharArray()) {
      decoded.append(decoded.isEmpty() ? "" : " ").append(HexFormat.of().toHexDigits(unit));
    }
    assertEquals(units, decoded.toString());
    assertArrayEquals(raw, KernelString.encode(KernelString.decode(raw)));
  }

  @Test
  void anyBytesComeBackAsTheyWere() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    for (int round = 0; round < 10_000; round++) {
      byte[] bytes = new byte[random.nextInt(24)];
      random.nextBytes(bytes);
      assertArrayEquals(bytes, KernelString.encode(KernelString.decode(bytes)));
    }
  }

  @Test
  void aPartOfAnArray() {
    byte[] bytes = {'a', (byte) 0xFF, 'b', 'c'};
    assertEquals("b", KernelString.decode(bytes, 2, 1));
    assertEquals("\uDCFF", KernelString.decode(bytes, 1, 1));
  }
}
