package dev.plimsoll.agent.cli.pods;

import dev.plimsoll.agent.pod.JsonCursor;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A probe as the agent tells of it.
///
/// @param type `liveness`, `readiness` or `startup`
/// @param target what it asks: `http :8080/healthz`
/// @param numbers by the name that the agent gives them
/// @param lastSuccess when it was last seen to succeed
public record ToldProbe(
    String namespace,
    String pod,
    String container,
    String type,
    String target,
    Map<String, Long> numbers,
    Optional<Instant> lastSuccess) {

  /// Empty where it is not told, as of a probe that has not run yet.
  OptionalLong number(String name) {
    Long number = numbers.get(name);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /// Failures since the last success as a ratio of the threshold at which the kubelet acts.
  double ratio() {
    long threshold = Math.max(1, number("failure_threshold").orElse(1));
    return (double) number("consecutive_failures").orElse(0) / threshold;
  }

  static final class Fields implements JsonCursor.Fields {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    static Fields read(JsonCursor value) throws IOException {
      Fields fields = new Fields();
      value.object(fields);
      return fields;
    }

    @Override
    public void field(String field, JsonCursor value) throws IOException {
      switch (field) {
        case "type", "handler", "program", "scheme", "host", "port", "path", "service" ->
            texts.put(field, value.text());
        case "last_success" -> texts.put(field, value.text());
        case "period_seconds",
            "timeout_seconds",
            "initial_delay_seconds",
            "success_threshold",
            "failure_threshold",
            "successful",
            "failed",
            "unknown",
            "consecutive_failures" ->
            numbers.put(field, value.longInteger(0));
        default -> {}
      }
    }

    ToldProbe probe(String namespace, String pod, String container) {
      return new ToldProbe(
          namespace,
          pod,
          container,
          text("type"),
          target(),
          numbers,
          ToldPod.parse(text("last_success")));
    }

    private String text(String name) {
      return texts.getOrDefault(name, "");
    }

    private String target() {
      String place = text("host") + ':' + text("port");
      return switch (text("handler")) {
        case "exec" -> "exec " + text("program");
        case "http" -> (text("scheme").equals("HTTPS") ? "https " : "http ") + place + text("path");
        case "tcp" -> "tcp " + place;
        case "grpc" -> "grpc " + place + (text("service").isEmpty() ? "" : '/' + text("service"));
        default -> text("handler");
      };
    }
  }
}
