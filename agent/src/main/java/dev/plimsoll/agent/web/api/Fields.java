package dev.plimsoll.agent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plimsoll.agent.metrics.LabelText;
import dev.plimsoll.agent.pod.Amounts;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Writes fields of an object. What is not known is left out. Text is made valid UTF-8.
record Fields(JsonGenerator json) {

  /// A text; left out where it is empty.
  void text(String name, String text) throws IOException {
    if (!text.isEmpty()) json.writeStringField(name, LabelText.of(text));
  }

  void number(String name, long number) throws IOException {
    json.writeNumberField(name, number);
  }

  void number(String name, OptionalLong number) throws IOException {
    if (number.isPresent()) json.writeNumberField(name, number.getAsLong());
  }

  void number(String name, OptionalDouble number) throws IOException {
    if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
      json.writeNumberField(name, number.getAsDouble());
    }
  }

  void truth(String name, boolean holds) throws IOException {
    json.writeBooleanField(name, holds);
  }

  /// A time as Kubernetes writes it.
  void time(String name, Optional<Instant> time) throws IOException {
    if (time.isPresent()) json.writeStringField(name, time.get().toString());
  }

  /// Texts by name, in the order of their names; left out where there are none.
  void texts(String name, Map<String, String> texts) throws IOException {
    if (texts.isEmpty()) return;
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      json.writeStringField(LabelText.of(text.getKey()), LabelText.of(text.getValue()));
    }
    json.writeEndObject();
  }

  /// Amounts by name, in base units; left out where there are none.
  void amounts(String name, Amounts amounts) throws IOException {
    if (amounts.byName().isEmpty()) return;
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Double> amount : amounts.byName().entrySet()) {
      json.writeFieldName(LabelText.of(amount.getKey()));
      write(amount.getValue());
    }
    json.writeEndObject();
  }

  /// Bytes without a fraction and an exponent.
  private void write(double number) throws IOException {
    if (number == (long) number) json.writeNumber((long) number);
    else json.writeNumber(number);
  }
}
