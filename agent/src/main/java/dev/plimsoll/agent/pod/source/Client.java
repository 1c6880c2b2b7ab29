package dev.plimsoll.agent.pod.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;

/// Asks a server with GET. Belongs to one thread.
///
/// It uses the older client of the JDK: it costs less memory than the newer one, and no thread of
/// its own.
public final class Client {
  private static final int LONGEST_TOKEN = 1 << 16;
  private static final int LONGEST_COMPLAINT = 400;

  /// Makes something of an answer.
  @FunctionalInterface
  public interface Reader<T> {
    T read(InputStream body) throws IOException;
  }

  /// Something made of an answer.
  ///
  /// @param bytes how long the answer was
  public record Answer<T>(T value, long bytes) {}

  private final Server server;
  private final Credentials credentials;
  private final Trust trust;

  Client(Server server) {
    this(server, Credentials.of(server));
  }

  /// @param credentials instead of the server's own
  public Client(Server server, Credentials credentials) {
    this.server = server;
    this.credentials = credentials;
    trust = new Trust(server.isVerified(), credentials);
  }

  /// Asks, and reads the whole answer.
  ///
  /// @param path with the question mark and what follows
  /// @param silence how long to wait for more of the answer
  /// @param patience how long the whole of the answer may take
  /// @param mostBytes how long it may be
  /// @throws PodSourceException why there is none
  public <T> Answer<T> get(
      String path, Duration silence, Duration patience, long mostBytes, Reader<T> reader)
      throws PodSourceException {
    return ask(path, silence, patience, mostBytes, reader, true);
  }

  /// As [#get], for an answer that goes on: it is left when the reader has enough of it.
  public <T> Answer<T> follow(
      String path, Duration silence, Duration patience, long mostBytes, Reader<T> reader)
      throws PodSourceException {
    return ask(path, silence, patience, mostBytes, reader, false);
  }

  private <T> Answer<T> ask(
      String path,
      Duration silence,
      Duration patience,
      long mostBytes,
      Reader<T> reader,
      boolean ends)
      throws PodSourceException {
    OtherNames names = new OtherNames(server.otherNames());
    HttpURLConnection connection = open(path, silence, names);
    boolean whole = false;
    try {
      check(connection.getResponseCode(), connection);
      long deadline = System.nanoTime() + patience.toNanos();
      try (BoundedBody body = new BoundedBody(connection.getInputStream(), mostBytes, deadline)) {
        T value = read(reader, body);
        whole = ends && body.read() < 0;
        return new Answer<>(value, body.count());
      }
    } catch (IOException failed) {
      if (names.hasRefused()) throw otherName(failed);
      throw Troubles.of(failed, server.address());
    } finally {
      if (!whole) connection.disconnect();
    }
  }

  /// An answer that a reader stumbles over must not end the thread that asks, which nobody would
  /// notice: what was told before would look fresh for ever. The fault's message is not repeated,
  /// for it may hold parts of the answer.
  private static <T> T read(Reader<T> reader, InputStream body) throws IOException {
    try {
      return reader.read(body);
    } catch (RuntimeException fault) {
      String words = "the answer cannot be read: " + fault.getClass().getSimpleName();
      throw new PodSourceException(Trouble.MALFORMED, words, fault);
    }
  }

  private PodSourceException otherName(IOException failed) {
    String words = server.address() + ": the certificate is that of another host";
    return new PodSourceException(Trouble.TLS, words, failed);
  }

  private HttpURLConnection open(String path, Duration silence, OtherNames names)
      throws PodSourceException {
    try {
      URI address = URI.create(server.address() + path);
      HttpURLConnection connection =
          (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
      if (connection instanceof HttpsURLConnection secure) secure(secure, names);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setConnectTimeout(Math.toIntExact(server.timeout().toMillis()));
      connection.setReadTimeout(Math.toIntExact(silence.toMillis()));
      connection.setRequestProperty("User-Agent", server.userAgent());
      connection.setRequestProperty("Accept", "application/json, text/plain");
      if (credentials.token().isPresent()) {
        String token = token(credentials.token().get());
        connection.setRequestProperty("Authorization", "Bearer " + token);
      }
      return connection;
    } catch (IOException impossible) {
      throw Troubles.of(impossible, server.address());
    }
  }

  private void secure(HttpsURLConnection connection, OtherNames names) throws PodSourceException {
    connection.setSSLSocketFactory(trust.sockets());
    connection.setHostnameVerifier(server.isVerified() ? names : (_, _) -> true);
  }

  private static String token(Material material) throws PodSourceException {
    byte[] read = material.read(LONGEST_TOKEN);
    String token = new String(read, StandardCharsets.US_ASCII).strip();
    if (token.matches("[!-~]+")) return token;
    throw new PodSourceException(Trouble.FILE, material.name() + " holds no token");
  }

  private static void check(int status, HttpURLConnection connection) throws IOException {
    if (status == HttpURLConnection.HTTP_OK) return;
    throw new PodSourceException(
        Troubles.of(status), status, "HTTP status " + status + complaint(connection));
  }

  /// What the server says about it, the beginning on one line; never echoes what was sent.
  private static String complaint(HttpURLConnection connection) throws IOException {
    try (InputStream body = connection.getErrorStream()) {
      if (body == null) return "";
      String text = new String(body.readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8);
      String line = text.replaceAll("[^\\P{Cntrl}]+|\\s+", " ").strip();
      return line.isEmpty() ? "" : ": " + line;
    }
  }
}
