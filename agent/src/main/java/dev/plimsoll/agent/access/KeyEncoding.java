package dev.plimsoll.agent.access;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Turns the older encodings of private keys, which Java does not read, into PKCS#8 (RFC 5208):
/// version, algorithm, and the older encoding as an octet string.
final class KeyEncoding {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  private static final byte[] VERSION = HexFormat.of().parseHex("020100");

  /// rsaEncryption, without parameters.
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  /// id-ecPublicKey; the curve follows.
  private static final String EC = "06072a8648ce3d0201";

  /// P-256, P-384, P-521: what SEC 1 has below its tag 0.
  private static final List<String> CURVES =
      List.of("06082a8648ce3d030107", "06052b81040022", "06052b81040023");

  private KeyEncoding() {}

  /// @param key RSAPrivateKey of RFC 8017
  static byte[] ofPkcs1(byte[] key) {
    return encode(RSA, key);
  }

  /// @param key ECPrivateKey of RFC 5915, with its curve
  /// @return empty where the curve is none that TLS uses, or not said
  static Optional<byte[]> ofSec1(byte[] key) {
    String hex = HexFormat.of().formatHex(key);
    return CURVES.stream()
        .filter(hex::contains)
        .findFirst()
        .map(curve -> encode(element(SEQUENCE, HexFormat.of().parseHex(EC + curve)), key));
  }

  private static byte[] encode(byte[] algorithm, byte[] key) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(VERSION);
    content.writeBytes(algorithm);
    content.writeBytes(element(OCTETS, key));
    return element(SEQUENCE, content.toByteArray());
  }

  /// DER with a length of two bytes and more only where it needs them.
  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    int length = content.length;
    if (length > 0xFF) {
      element.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
    } else if (length > 0x7F) {
      element.writeBytes(new byte[] {(byte) 0x81, (byte) length});
    } else {
      element.write(length);
    }
    element.writeBytes(content);
    return element.toByteArray();
  }
}
