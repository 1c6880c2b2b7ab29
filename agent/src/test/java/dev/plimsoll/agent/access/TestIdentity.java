package dev.plimsoll.agent.access;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.RealProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate that vouches for itself, and its key, made by OpenSSL.
public record TestIdentity(Path certificate, Path key) {
  /// @param name of the files, and of the certificate's owner
  public static TestIdentity make(Path folder, String name) throws IOException {
    return make(folder, name, "-newkey", "rsa:2048");
  }

  /// @param newKey how `openssl req` is to make the key
  static TestIdentity make(Path folder, String name, String... newKey) throws IOException {
    RealProgram.require("openssl", "openssl");
    Path certificate = folder.resolve(name + ".crt");
    Path key = folder.resolve(name + ".key");
    List<String> words = new ArrayList<>(List.of("req", "-x509", "-nodes", "-days", "2"));
    words.addAll(List.of(newKey));
    words.addAll(List.of("-subj", "/CN=" + name, "-addext", "subjectAltName=IP:127.0.0.1"));
    words.addAll(List.of("-keyout", key.toString(), "-out", certificate.toString()));
    String said = RealProgram.run(Map.of(), "openssl", words);
    assertTrue(Files.exists(certificate), said);
    return new TestIdentity(certificate, key);
  }

  /// With the key in the encoding that was usual before PKCS#8.
  TestIdentity older(String... words) throws IOException {
    Path older = key.resolveSibling(key.getFileName() + ".older");
    List<String> command = new ArrayList<>(List.of(words));
    command.addAll(List.of("-in", key.toString(), "-out", older.toString()));
    String said = RealProgram.run(Map.of(), "openssl", command);
    assertTrue(Files.exists(older), said);
    return new TestIdentity(certificate, older);
  }

  /// The lines of a web configuration file.
  String section() {
    return "tls_server_config: {cert_file: %s, key_file: %s}%n"
        .formatted(certificate.getFileName(), key.getFileName());
  }

  /// For a client that trusts this certificate alone, and shows what the keys say.
  public SSLContext trusting(KeyManager... keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("it", new PemFile(certificate).certificates().getFirst());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, factory.getTrustManagers(), null);
    return context;
  }
}
