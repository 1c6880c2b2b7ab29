package dev.plimsoll.agent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodContainer;
import dev.plimsoll.agent.pod.Probe;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.pod.ProbeResults.History;
import java.io.IOException;
import java.util.Locale;

/// Writes probes. Of a command only the program, of an address nothing behind the question mark:
/// what follows may be a password.
final class ProbeObject {
  private final ProbeResults results;

  ProbeObject(ProbeResults results) {
    this.results = results;
  }

  void write(Pod pod, PodContainer container, Probe probe, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Fields fields = new Fields(json);
    fields.text("type", probe.type().name().toLowerCase(Locale.ROOT));
    write(probe.handler(), fields);
    fields.number("period_seconds", probe.period());
    fields.number("timeout_seconds", probe.timeout());
    fields.number("initial_delay_seconds", probe.initialDelay());
    fields.number("success_threshold", probe.successThreshold());
    fields.number("failure_threshold", probe.failureThreshold());
    ProbeResults.Key key = new ProbeResults.Key(pod.groupUid(), container.name(), probe.type());
    History history = results.probes().get(key);
    if (history != null) write(history, probe, fields);
    json.writeEndObject();
  }

  private static void write(Probe.Handler handler, Fields fields) throws IOException {
    switch (handler) {
      case Probe.Exec(var command) -> {
        fields.text("handler", "exec");
        fields.text("program", command.isEmpty() ? "" : command.getFirst());
      }
      case Probe.Http(String scheme, String host, String port, String path) -> {
        fields.text("handler", "http");
        fields.text("scheme", scheme);
        fields.text("host", host);
        fields.text("port", port);
        fields.text("path", withoutQuery(path));
      }
      case Probe.Tcp(String host, String port) -> {
        fields.text("handler", "tcp");
        fields.text("host", host);
        fields.text("port", port);
      }
      case Probe.Grpc(String port, String service) -> {
        fields.text("handler", "grpc");
        fields.text("port", port);
        fields.text("service", service);
      }
      case Probe.Unknown _ -> fields.text("handler", "unknown");
    }
  }

  private static String withoutQuery(String path) {
    int end = path.indexOf('?');
    return end < 0 ? path : path.substring(0, end);
  }

  private static void write(History history, Probe probe, Fields fields) throws IOException {
    fields.number("successful", history.counts().successful());
    fields.number("failed", history.counts().failed());
    fields.number("unknown", history.counts().unknown());
    fields.number("consecutive_failures", history.streak());
    int threshold = Math.max(1, probe.failureThreshold());
    fields.json().writeNumberField("threshold_ratio", (double) history.streak() / threshold);
    fields.time("last_success", history.lastSuccess());
  }
}
