package dev.plimsoll.agent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plimsoll.agent.insight.why.Diagnosis;
import dev.plimsoll.agent.insight.why.Evidence;
import dev.plimsoll.agent.insight.why.Finding;
import dev.plimsoll.agent.insight.why.Severity;
import dev.plimsoll.agent.insight.why.Why;
import dev.plimsoll.agent.metrics.LabelText;
import dev.plimsoll.agent.web.ApiRequest;
import dev.plimsoll.agent.web.RefusedException;
import dev.plimsoll.agent.web.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// `/api/v1/why`: what is wrong with the pods of this node, the worst first; and below it with each
/// one, `/api/v1/why/NAMESPACE/NAME`.
public final class WhyResource implements Resource {
  private static final int NAME_PARTS = 2;

  private final Supplier<Optional<Why>> why;

  /// @param why empty until the node has been read once
  public WhyResource(Supplier<Optional<Why>> why) {
    this.why = why;
  }

  @Override
  public String path() {
    return "/api/v1/why";
  }

  @Override
  public String shows() {
    return "what is wrong with the pods of this node, the worst first; /NAMESPACE/NAME for one";
  }

  @Override
  public Body answer(ApiRequest request) throws RefusedException {
    List<Diagnosis> all = why.get().orElseThrow(RefusedException::notYet).all();
    List<String> below = request.below();
    if (below.isEmpty()) return json -> write(all, json);
    if (below.size() != NAME_PARTS) {
      throw RefusedException.notThere(request.address().getRawPath());
    }
    Diagnosis one = find(all, below.getFirst(), below.getLast());
    return json -> write(one, json);
  }

  private static Diagnosis find(List<Diagnosis> all, String namespace, String name)
      throws RefusedException {
    return all.stream()
        .filter(each -> each.pod().equals(name) && each.namespace().equals(namespace))
        .findFirst()
        .orElseThrow(() -> RefusedException.notThere("pod " + namespace + '/' + name));
  }

  private static void write(List<Diagnosis> all, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("pods");
    for (Diagnosis each : all) write(each, json);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Diagnosis diagnosis, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Fields fields = new Fields(json);
    fields.text("namespace", diagnosis.namespace());
    fields.text("pod", diagnosis.pod());
    fields.text("phase", diagnosis.phase());
    fields.text("severity", diagnosis.severity().map(Severity::label).orElse("none"));
    json.writeArrayFieldStart("findings");
    for (Finding finding : diagnosis.findings()) write(finding, json);
    json.writeEndArray();
    json.writeArrayFieldStart("unread");
    for (String unread : diagnosis.unread()) json.writeString(LabelText.of(unread));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Fields fields = new Fields(json);
    fields.text("severity", finding.severity().label());
    fields.text("kind", finding.kind());
    fields.text("container", finding.container());
    fields.text("sentence", finding.sentence());
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : finding.evidence()) write(evidence, fields);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Evidence evidence, Fields fields) throws IOException {
    fields.json().writeStartObject();
    fields.text("name", evidence.name());
    switch (evidence) {
      case Evidence.Amount(var _, double value, String unit) -> {
        fields.number("value", OptionalDouble.of(value));
        fields.text("unit", unit);
      }
      case Evidence.Word(var _, String value) -> fields.text("value", value);
    }
    fields.json().writeEndObject();
  }
}
