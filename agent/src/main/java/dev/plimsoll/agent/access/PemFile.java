package dev.plimsoll.agent.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of certificates or of a key in PEM (RFC 7468).
public final class PemFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN ((?:RSA |EC |ENCRYPTED )?)PRIVATE KEY-----([^-]*)-----END");

  /// Where the text comes from.
  @FunctionalInterface
  private interface Content {
    byte[] read() throws IOException;
  }

  private final String name;
  private final Content content;

  public PemFile(Path path) {
    name = path.toString();
    content = () -> bytes(path);
  }

  private PemFile(String name, byte[] given) {
    this.name = name;
    content = given::clone;
  }

  /// The same, which another file holds.
  ///
  /// @param name where it is
  public static PemFile given(String name, byte[] bytes) {
    return new PemFile(name, bytes);
  }

  /// At least one.
  public List<X509Certificate> certificates() throws IOException, GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    try {
      Collection<? extends Certificate> all =
          factory.generateCertificates(new ByteArrayInputStream(content.read()));
      if (all.isEmpty()) throw wrong("has no certificate");
      return all.stream().map(X509Certificate.class::cast).toList();
    } catch (CertificateException malformed) {
      throw wrong("has no certificate: " + malformed.getMessage());
    }
  }

  /// The first private key, which may be PKCS#8, PKCS#1 (`RSA PRIVATE KEY`) or SEC 1 (`EC PRIVATE
  /// KEY`), and not encrypted.
  ///
  /// @param algorithm of the public key it belongs to
  public PrivateKey key(String algorithm) throws IOException, GeneralSecurityException {
    Matcher block = KEY.matcher(new String(content.read(), StandardCharsets.ISO_8859_1));
    if (!block.find()) throw wrong("has no private key");
    byte[] key = decode(block.group(2));
    byte[] encoded =
        switch (block.group(1)) {
          case "RSA " -> KeyEncoding.ofPkcs1(key);
          case "EC " -> KeyEncoding.ofSec1(key).orElseThrow(() -> wrong("is of a rare curve"));
          case "ENCRYPTED " -> throw wrong("is encrypted, which nobody could type in");
          default -> key;
        };
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  String name() {
    return name;
  }

  private byte[] decode(String text) throws IOException {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      throw wrong("is malformed: " + malformed.getMessage());
    }
  }

  private byte[] bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MOST_BYTES);
    } catch (NoSuchFileException _) {
      throw wrong("is not there");
    } catch (IOException unreadable) {
      throw wrong("cannot be read: " + unreadable.getMessage());
    }
  }

  private IOException wrong(String what) {
    return new IOException(name + " " + what);
  }
}
