package dev.plimsoll.agent.access;

import dev.plimsoll.agent.settings.WrongSettingException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// What connections are made with, as of one reading of the files.
final class TlsContext {
  private final TlsConfig config;
  private final SSLContext context;

  private TlsContext(TlsConfig config, SSLContext context) {
    this.config = config;
    this.context = context;
  }

  static TlsContext read(TlsConfig config) throws WrongSettingException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(TlsIdentity.read(config), trust(config), null);
      TlsContext made = new TlsContext(config, context);
      made.checkCiphers();
      return made;
    } catch (IOException unreadable) {
      throw new WrongSettingException(String.valueOf(unreadable.getMessage()));
    } catch (GeneralSecurityException unusable) {
      throw new WrongSettingException(
          config.certificate() + " and " + config.key() + ": " + unusable.getMessage());
    }
  }

  private static TrustManager[] trust(TlsConfig config)
      throws IOException, GeneralSecurityException {
    Optional<Path> file = config.authorities();
    if (file.isEmpty() || !config.clients().isVerified()) {
      return new TrustManager[] {new AnyClient()};
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (X509Certificate authority : new PemFile(file.get()).certificates()) {
      store.setCertificateEntry("ca" + store.size(), authority);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private void checkCiphers() throws WrongSettingException {
    Set<String> supported = Set.of(context.getSupportedSSLParameters().getCipherSuites());
    for (String cipher : config.ciphers()) {
      if (!supported.contains(cipher)) {
        throw new WrongSettingException("cipher_suites: " + cipher + " is not known here");
      }
    }
  }

  SSLContext context() {
    return context;
  }

  SSLParameters parameters() {
    SSLParameters parameters = context.getDefaultSSLParameters();
    parameters.setProtocols(config.protocols().toArray(String[]::new));
    parameters.setUseCipherSuitesOrder(config.serverChooses());
    if (!config.ciphers().isEmpty()) parameters.setCipherSuites(ciphers(parameters));
    if (!config.groups().isEmpty()) {
      parameters.setNamedGroups(config.groups().toArray(String[]::new));
    }
    config.clients().apply(parameters);
    return parameters;
  }

  /// As in Go, the ciphers of TLS 1.3 are not chosen.
  private String[] ciphers(SSLParameters usual) {
    List<String> ciphers = new ArrayList<>(config.ciphers());
    for (String cipher : usual.getCipherSuites()) {
      if (!cipher.contains("_WITH_") && !ciphers.contains(cipher)) ciphers.add(cipher);
    }
    return ciphers.toArray(String[]::new);
  }
}
