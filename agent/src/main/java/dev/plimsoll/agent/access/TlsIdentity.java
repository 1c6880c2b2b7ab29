package dev.plimsoll.agent.access;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/// A certificate with its key, from files that belong together.
public final class TlsIdentity {
  /// Of the store in memory, which knows none without one.
  private static final char[] PASSWORD = "in memory".toCharArray();

  private TlsIdentity() {}

  static KeyManager[] read(TlsConfig config) throws IOException, GeneralSecurityException {
    return of(new PemFile(config.certificate()), new PemFile(config.key()));
  }

  /// @throws IOException where one of them is not what it should be, or they do not belong together
  public static KeyManager[] of(PemFile certificate, PemFile secret)
      throws IOException, GeneralSecurityException {
    List<X509Certificate> chain = certificate.certificates();
    PublicKey owner = chain.getFirst().getPublicKey();
    PrivateKey key = secret.key(owner.getAlgorithm());
    if (!belong(owner, key)) {
      throw new IOException(secret.name() + " is not the key to " + certificate.name());
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setKeyEntry("web", key, PASSWORD, chain.toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD);
    return factory.getKeyManagers();
  }

  private static boolean belong(PublicKey owner, PrivateKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(signature(owner.getAlgorithm()));
    byte[] text = {1, 2, 3};
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(owner);
    signature.update(text);
    return signature.verify(signed);
  }

  private static String signature(String algorithm) {
    return switch (algorithm) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> algorithm;
    };
  }
}
