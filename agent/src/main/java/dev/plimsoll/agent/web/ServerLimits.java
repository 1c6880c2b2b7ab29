package dev.plimsoll.agent.web;

import java.util.Map;

/// Bounds of the JDK's HTTP server. It reads them from system properties once, when its classes are
/// loaded; what the command line of the virtual machine says stays.
public final class ServerLimits {
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.httpserver.maxConnections", "256",
          "sun.net.httpserver.maxIdleConnections", "32",
          // In seconds: a client that sends its request, or takes its answer, slower is cut off.
          "sun.net.httpserver.idleInterval", "120",
          "sun.net.httpserver.maxReqTime", "10",
          "sun.net.httpserver.maxRspTime", "15",
          // How often it looks for those, in milliseconds: it takes so much longer at most.
          "sun.net.httpserver.timerMillis", "5000",
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.maxReqHeaderSize", "65536",
          // Head and body go out in two packets; the second must not wait for the first's receipt.
          "sun.net.httpserver.nodelay", "true");

  private ServerLimits() {}

  /// Sets those that are not set. To be called before the first server is made.
  public static void declare() {
    LIMITS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
  }
}
