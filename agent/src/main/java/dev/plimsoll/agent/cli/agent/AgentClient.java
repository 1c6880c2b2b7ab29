package dev.plimsoll.agent.cli.agent;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Asks the agent, with bounded patience. Speaks HTTP/1.0 over a plain socket, as the JDK's clients
/// take longer to load than most commands to run.
public final class AgentClient {
  private static final int CONNECT_MILLIS = 200;
  private static final int LONGEST_LINE = 8192;
  private static final int MOST_LINES = 100;
  private static final int OK = 200;

  private final AgentUrl url;
  private final Duration patience;

  /// @param patience until its answer must have been read to its end
  public AgentClient(AgentUrl url, Duration patience) {
    this.url = url;
    this.patience = patience;
  }

  /// Takes what the agent answers.
  @FunctionalInterface
  public interface Reader<T> {
    T read(InputStream body) throws IOException;
  }

  /// @param path `/api/v1/pods`
  /// @throws IOException where it does not answer in time, or not with this
  public <T> T ask(String path, Reader<T> reader) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.host(), url.port()), CONNECT_MILLIS);
      String request = "GET " + path + " HTTP/1.0\r\nHost: " + url.authority() + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = new BufferedInputStream(new PatientInput(socket, deadline), 1 << 14);
      int status = head(in);
      if (status != OK) throw new IOException("it answers with status " + status);
      return reader.read(in);
    }
  }

  /// The status, once all of the head is read.
  private static int head(InputStream in) throws IOException {
    String first = line(in);
    if (!first.matches("HTTP/1\\.[01] \\d{3}( .*)?")) throw new IOException("it speaks no HTTP");
    for (int lines = 0; !line(in).isEmpty(); lines++) {
      if (lines == MOST_LINES) throw new IOException("it does not come to an end");
    }
    return Integer.parseInt(first.substring(9, 12));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new IOException("it ends in the middle");
      if (line.length() == LONGEST_LINE) throw new IOException("it speaks no HTTP");
      if (next != '\r') line.append((char) next);
    }
    return line.toString();
  }
}
