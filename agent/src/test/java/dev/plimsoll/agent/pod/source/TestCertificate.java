package dev.plimsoll.agent.pod.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate that vouches for itself, made by the JDK's own tool.
///
/// @param authorities the file with the certificate, for those that are to trust it
public record TestCertificate(SSLContext context, Path authorities) {
  private static final String PASSWORD = "changeit";

  /// @param names the names and addresses that it has: `ip:127.0.0.1,dns:node`
  public static TestCertificate of(Path folder, String name, String names)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve(name + ".p12");
    Path authorities = folder.resolve(name + ".crt");
    String[] makes = {
      "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=" + names
    };
    keytool(store, makes);
    keytool(store, "-exportcert", "-rfc", "-file", authorities.toString());
    return new TestCertificate(context(store), authorities);
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments));
    command.addAll(
        List.of("-alias", "test", "-storepass", PASSWORD, "-keystore", store.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IOException(command + " said " + said);
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
