package dev.plimsoll.collectors.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Names in the kernel are bytes and need not be text. They become strings without loss: UTF-8
/// where it is valid, and each byte that is not as the lone surrogate U+DC00 + byte, so that the
/// name can be handed back to the kernel. Whoever shows such a string makes it harmless first.
public final class KernelString {
  private static final int ESCAPE = 0xDC00;

  private KernelString() {}

  /// The string for `length` bytes from `offset`.
  public static String decode(byte[] bytes, int offset, int length) {
    for (int index = offset; index < offset + length; index++) {
      if (bytes[index] < 0) return decodeUtf8(ByteBuffer.wrap(bytes, offset, length));
    }
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }

  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  private static String decodeUtf8(ByteBuffer in) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(in.remaining());
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) return out.flip().toString();
      for (int bad = result.length(); bad > 0; bad--) out.put((char) (ESCAPE + (in.get() & 0xFF)));
    }
  }

  /// The bytes that the kernel knows the string by: the reverse of [#decode(byte[])].
  public static byte[] encode(String string) {
    for (int index = 0; index < string.length(); index++) {
      if (string.charAt(index) >= 0x80) return encodeUtf8(string);
    }
    return string.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] encodeUtf8(String string) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(string.length() + 8);
    string
        .codePoints()
        .forEach(
            point -> {
              if (isEscapedByte(point)) bytes.write(point - ESCAPE);
              else bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            });
    return bytes.toByteArray();
  }

  /// Whether the code point stands for a byte that is not UTF-8.
  public static boolean isEscapedByte(int codePoint) {
    return codePoint >= ESCAPE + 0x80 && codePoint <= ESCAPE + 0xFF;
  }
}
