package dev.plimsoll.agent.pod.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Makes sockets that trust what a server's settings say. The file of certificates is read each
/// time, for it is replaced when they are; belongs to one thread.
final class Trust {
  private static final int LONGEST_FILE = 1 << 20;

  private final boolean isVerified;
  private final Credentials credentials;
  private byte[] authorities = {};
  private @Nullable SSLSocketFactory sockets;

  /// @param isVerified whether the server's certificate must be trusted
  Trust(boolean isVerified, Credentials credentials) {
    this.isVerified = isVerified;
    this.credentials = credentials;
  }

  /// The same sockets as before where the file is the same: only they resume sessions.
  SSLSocketFactory sockets() throws PodSourceException {
    byte[] now = isVerified ? authorities() : authorities;
    SSLSocketFactory made = sockets;
    if (made != null && Arrays.equals(now, authorities)) return made;
    try {
      made = new CheapCipher(context(now).getSocketFactory());
    } catch (GeneralSecurityException | IOException unusable) {
      throw new PodSourceException(
          Trouble.FILE, "no usable certificates: " + unusable.getMessage(), unusable);
    }
    authorities = now;
    sockets = made;
    return made;
  }

  private byte[] authorities() throws PodSourceException {
    Optional<Material> trusted = credentials.authorities();
    return trusted.isEmpty() ? new byte[0] : trusted.get().read(LONGEST_FILE);
  }

  private SSLContext context(byte[] certificates) throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(credentials.keys().toArray(KeyManager[]::new), managers(certificates), null);
    return context;
  }

  /// Null where Java's own are meant.
  private TrustManager @Nullable [] managers(byte[] certificates)
      throws GeneralSecurityException, IOException {
    if (!isVerified) return new TrustManager[] {new AnyCertificate()};
    if (credentials.authorities().isEmpty()) return null;
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(certificates))) {
      store.setCertificateEntry("ca" + number++, certificate);
    }
    if (number == 0) throw new GeneralSecurityException("the file holds none");
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
