package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// An address and a port in hexadecimal, as IPVS prints them: `0A600001:01BB`, and
/// `[2001:0db8:0000:0000:0000:0000:0000:0001]:0050`.
///
/// @param address as people write it: `10.96.0.1`, `2001:db8::1` (RFC 5952)
/// @param port 0 to 65535
record SocketAddressText(String address, int port) {
  private static final int GROUPS = 8;

  static SocketAddressText parse(KernelText line) throws MalformedSourceException {
    boolean six = line.take("[");
    String digits = line.until(six ? ']' : ':');
    if (six && !line.take(":")) throw line.malformed("no ':' before the port");
    String address = six ? six(digits, line) : four(bytes(digits, 8, line));
    long port = line.hexadecimal();
    if (port > 0xFFFF) throw line.malformed("a port beyond 65535");
    return new SocketAddressText(address, (int) port);
  }

  private static byte[] bytes(String digits, int length, KernelText line)
      throws MalformedSourceException {
    try {
      if (digits.length() == length) return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException _) {
      throw line.malformed("not an address");
    }
    throw line.malformed("not an address");
  }

  private static String four(byte[] bytes) {
    List<String> numbers = new ArrayList<>();
    for (byte number : bytes) numbers.add(Integer.toString(number & 0xFF));
    return String.join(".", numbers);
  }

  private static String six(String groups, KernelText line) throws MalformedSourceException {
    byte[] bytes = bytes(groups.replace(":", ""), 4 * GROUPS, line);
    int[] words = new int[GROUPS];
    for (int group = 0; group < GROUPS; group++) {
      words[group] = (bytes[2 * group] & 0xFF) << 8 | (bytes[2 * group + 1] & 0xFF);
    }
    int start = longestZeros(words);
    int length = zeros(words, start);
    if (length < 2) return words(words, 0, GROUPS);
    return words(words, 0, start) + "::" + words(words, start + length, GROUPS);
  }

  private static int longestZeros(int[] words) {
    int best = 0;
    for (int start = 1; start < GROUPS; start++) {
      if (zeros(words, start) > zeros(words, best)) best = start;
    }
    return best;
  }

  private static int zeros(int[] words, int from) {
    int end = from;
    while (end < GROUPS && words[end] == 0) end++;
    return end - from;
  }

  private static String words(int[] words, int from, int to) {
    List<String> texts = new ArrayList<>();
    for (int at = from; at < to; at++) texts.add(Integer.toHexString(words[at]));
    return String.join(":", texts);
  }
}
