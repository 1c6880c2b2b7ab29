package dev.plimsoll.agent.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1.5, 1.5",
    ".5, 0.5",
    "100m, 0.1",
    "250u, 0.00025",
    "1500000n, 0.0015",
    "2k, 2000",
    "128M, 128e6",
    "128Mi, 134217728",
    "1Ki, 1024",
    "2Gi, 2147483648",
    "1Ti, 1099511627776",
    "3e3, 3000",
    "12E6, 12e6",
    "1E, 1e18",
    "-1, -1",
    "9007199254740988Ki, 9223372036854771712"
  })
  void readsWhatKubernetesWrites(String text, double value) {
    assertEquals(value, Quantity.parse(text).orElseThrow(), Math.abs(value) * 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "1x", "1 Mi", "Mi1", "0x10", "1e", "1..2", "NaN", "∞"})
  void anythingElseIsNone(String text) {
    assertEquals(OptionalDouble.empty(), Quantity.parse(text));
  }
}
