package dev.plimsoll.agent.cli.wait;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/// How waiting ended.
///
/// @param targets how it stands with each, in the order they were given
public record Outcome(End end, Map<Target, Verdict> targets) {
  public Outcome {
    targets = new LinkedHashMap<>(targets);
  }

  /// Each with its exit status.
  public enum End {
    DONE(0, "done"),
    FAILED(1, "failed"),
    /// The status that coreutils' `timeout` has for it.
    TIMED_OUT(124, "timed out");

    private final int status;
    private final String label;

    End(int status, String label) {
      this.status = status;
      this.label = label;
    }

    public int status() {
      return status;
    }
  }

  /// One JSON object on a line: `{"result":"done","targets":[{"kind":"job",…}]}`.
  public void write(Writer out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("result", end.label);
      json.writeArrayFieldStart("targets");
      for (Map.Entry<Target, Verdict> each : targets.entrySet()) {
        write(each.getKey(), each.getValue(), json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(Target target, Verdict verdict, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", target.kind().label());
    json.writeStringField("namespace", target.namespace());
    json.writeStringField("name", target.name());
    json.writeStringField("for", target.goal().label());
    json.writeStringField("result", verdict.label());
    json.writeStringField("note", verdict.note());
    json.writeEndObject();
  }
}
