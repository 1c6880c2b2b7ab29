package dev.plimsoll.collectors.process;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Changes texts at random, mostly a little, with a liking for what parsers stumble over.
final class Mutation {
  private static final List<String> STUMBLES =
      List.of(
          "",
          "\n",
          "\0",
          " ",
          "\t",
          "(",
          ")",
          ") R 1 (",
          ":",
          "/",
          "-",
          "-1",
          "0",
          "kB",
          "\u00FF",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551615",
          "18446744073709551616",
          "99999999999999999999999",
          "unlimited",
          "VmPeak:\t1 kB\n",
          "Threads:\t1\n",
          "NSpid:",
          "0::",
          "ffffffffffffffffff");

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
  }

  byte[] of(byte[] seed) {
    byte[] bytes = seed;
    for (int steps = random.nextInt(1, 5); steps > 0; steps--) bytes = step(bytes);
    return bytes;
  }

  private byte[] step(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = random.nextInt(from, Math.min(bytes.length, from + 40) + 1);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(bytes, from);
      case 1 -> replaced(bytes, from, to, new byte[] {(byte) random.nextInt(256)});
      case 2 -> replaced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
      case 3 -> replaced(bytes, from, from, stumble());
      default -> replaced(bytes, from, to, stumble());
    };
  }

  private byte[] stumble() {
    String text = STUMBLES.get(random.nextInt(STUMBLES.size()));
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + by.length);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
    return result;
  }
}
