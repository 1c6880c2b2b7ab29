package dev.plimsoll.agent.access;

import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// A context that is, for each new connection, the one of the files as they are then: the JDK's
/// server keeps the context it was given.
final class CurrentContext extends SSLContextSpi {
  private final Supplier<SSLContext> current;

  private CurrentContext(Supplier<SSLContext> current) {
    this.current = current;
  }

  static SSLContext of(Supplier<SSLContext> current) {
    SSLContext now = current.get();
    return new Context(new CurrentContext(current), now);
  }

  private static final class Context extends SSLContext {
    Context(SSLContextSpi spi, SSLContext now) {
      super(spi, now.getProvider(), now.getProtocol());
    }
  }

  @Override
  protected void engineInit(
      KeyManager @Nullable [] keys,
      TrustManager @Nullable [] trust,
      @Nullable SecureRandom random) {
    throw new UnsupportedOperationException("it is what the files say");
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    return current.get().getSocketFactory();
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    return current.get().getServerSocketFactory();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    return current.get().createSSLEngine();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    return current.get().createSSLEngine(host, port);
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    return current.get().getServerSessionContext();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    return current.get().getClientSessionContext();
  }
}
