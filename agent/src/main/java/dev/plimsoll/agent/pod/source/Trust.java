package dev.plimsoll.agent.pod.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Makes sockets that trust what a server's settings say. The file of certificates is read each
/// time, for it is replaced when they are; belongs to one thread.
final class Trust {
  private static final int LONGEST_FILE = 1 << 20;

  private final Server server;
  private byte[] authorities = {};
  private @Nullable SSLSocketFactory sockets;

  Trust(Server server) {
    this.server = server;
  }

  /// The same sockets as before where the file is the same: only they resume sessions.
  SSLSocketFactory sockets() throws PodSourceException {
    byte[] now = server.isVerified() ? authorities() : authorities;
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
    Optional<Path> file = server.authorities();
    return file.isEmpty() ? new byte[0] : read(file.get());
  }

  private static byte[] read(Path file) throws PodSourceException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LONGEST_FILE);
    } catch (IOException unreadable) {
      throw new PodSourceException(Trouble.FILE, "cannot read " + file, unreadable);
    }
  }

  private SSLContext context(byte[] certificates) throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers(certificates), null);
    return context;
  }

  /// Null where Java's own are meant.
  private TrustManager @Nullable [] managers(byte[] certificates)
      throws GeneralSecurityException, IOException {
    if (!server.isVerified()) return new TrustManager[] {new AnyCertificate()};
    if (server.authorities().isEmpty()) return null;
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
