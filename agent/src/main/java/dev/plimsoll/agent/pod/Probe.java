package dev.plimsoll.agent.pod;

import java.util.List;

/// A probe as the spec has it, with the defaults that the API server fills in.
///
/// @param period seconds between two tries
/// @param timeout seconds until a try counts as failed
/// @param initialDelay seconds from the container's start to the first try
public record Probe(
    Type type,
    Handler handler,
    int period,
    int timeout,
    int initialDelay,
    int successThreshold,
    int failureThreshold) {

  /// What hangs on it: a restart, traffic, or the start of the other two.
  public enum Type {
    LIVENESS,
    READINESS,
    STARTUP
  }

  /// What it does.
  public sealed interface Handler permits Exec, Http, Tcp, Grpc, Unknown {}

  /// Runs a command inside the container. Not for metrics.
  public record Exec(List<String> command) implements Handler {
    public Exec {
      command = List.copyOf(command);
    }
  }

  /// @param host empty for the pod's own address
  /// @param port a number or the name of one of the container's ports
  public record Http(String scheme, String host, String port, String path) implements Handler {}

  public record Tcp(String host, String port) implements Handler {}

  /// The gRPC health service.
  public record Grpc(String port, String service) implements Handler {}

  /// A handler of a later Kubernetes.
  public record Unknown() implements Handler {}
}
