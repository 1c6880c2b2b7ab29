package dev.plimsoll.agent.pod.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Sockets that offer ChaCha20 first. Java's first compiler, which is all that the agent runs with,
/// has no instructions for AES: with it, each megabyte costs more than twice the time.
final class CheapCipher extends SSLSocketFactory {
  private static final String FIRST = "TLS_CHACHA20_POLY1305_SHA256";

  private final SSLSocketFactory sockets;

  CheapCipher(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  private static Socket prefer(Socket socket) {
    if (socket instanceof SSLSocket secure) {
      String[] others = secure.getEnabledCipherSuites();
      secure.setEnabledCipherSuites(
          Stream.concat(Stream.of(FIRST), Stream.of(others).filter(name -> !name.equals(FIRST)))
              .toArray(String[]::new));
    }
    return socket;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket() throws IOException {
    return prefer(sockets.createSocket());
  }

  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean closes)
      throws IOException {
    return prefer(sockets.createSocket(plain, host, port, closes));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return prefer(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress own, int ownPort)
      throws IOException {
    return prefer(sockets.createSocket(host, port, own, ownPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return prefer(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort)
      throws IOException {
    return prefer(sockets.createSocket(host, port, own, ownPort));
  }
}
