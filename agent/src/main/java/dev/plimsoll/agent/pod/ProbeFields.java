package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.Probe.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a probe.
final class ProbeFields implements JsonCursor.Fields {
  private static final int MOST_ARGUMENTS = 64;

  private Handler handler = new Probe.Unknown();

  /// The defaults of the API, which fills them in itself.
  private int period = 10;

  private int timeout = 1;
  private int initialDelay;
  private int successThreshold = 1;
  private int failureThreshold = 3;

  static Probe read(Probe.Type type, JsonCursor value) throws IOException {
    ProbeFields fields = new ProbeFields();
    value.object(fields);
    return new Probe(
        type,
        fields.handler,
        fields.period,
        fields.timeout,
        fields.initialDelay,
        fields.successThreshold,
        fields.failureThreshold);
  }

  @Override
  public void field(String name, JsonCursor value) throws IOException {
    switch (name) {
      case "periodSeconds" -> period = value.integer(period);
      case "timeoutSeconds" -> timeout = value.integer(timeout);
      case "initialDelaySeconds" -> initialDelay = value.integer(0);
      case "successThreshold" -> successThreshold = value.integer(1);
      case "failureThreshold" -> failureThreshold = value.integer(failureThreshold);
      case "exec" -> handler = new Probe.Exec(command(value));
      case "httpGet" -> handler = target(value).http();
      case "tcpSocket" -> handler = target(value).tcp();
      case "grpc" -> handler = target(value).grpc();
      default -> {}
    }
  }

  /// An `exec` handler's command, the first few dozen arguments of it.
  static List<String> command(JsonCursor exec) throws IOException {
    List<String> command = new ArrayList<>();
    exec.object(
        (field, value) -> {
          if (!field.equals("command")) return;
          value.array(
              argument -> {
                if (command.size() < MOST_ARGUMENTS) command.add(argument.text());
              });
        });
    return command;
  }

  private static Target target(JsonCursor value) throws IOException {
    Target target = new Target();
    value.object(target);
    return target;
  }

  /// What a probe over the network is aimed at.
  private static final class Target implements JsonCursor.Fields {
    private String scheme = "HTTP";
    private String host = "";
    private String port = "";
    private String path = "";
    private String service = "";

    @Override
    public void field(String name, JsonCursor value) throws IOException {
      switch (name) {
        case "scheme" -> scheme = value.text();
        case "host" -> host = value.text();
        case "port" -> port = value.text();
        case "path" -> path = value.text();
        case "service" -> service = value.text();
        default -> {}
      }
    }

    Handler http() {
      return new Probe.Http(scheme, host, port, path);
    }

    Handler tcp() {
      return new Probe.Tcp(host, port);
    }

    Handler grpc() {
      return new Probe.Grpc(port, service);
    }
  }
}
