package dev.plimsoll.agent.cli.free;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.plimsoll.agent.insight.MemoryHealth;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.Pressure.Stall;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/// Memory for programs: one JSON object on a line, bytes and ratios.
public final class FreeJson {
  private static final double PERCENT = 100;

  private final JsonFactory factory =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  public void write(MemInfo memory, MemoryHealth health, Writer out) throws IOException {
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.writeStartObject();
      row("memory", MemoryRow.memory(memory), json);
      row("swap", MemoryRow.swap(memory), json);
      json.writeFieldName("memory_pressure");
      if (health.stall().isPresent()) stall(health.stall().get(), json);
      else json.writeNull();
      verdict(health, json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void row(String name, MemoryRow row, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("total_bytes", row.total());
    json.writeNumberField("used_bytes", row.used());
    if (row.free().isPresent()) json.writeNumberField("free_bytes", row.free().getAsLong());
    if (row.shared().isPresent()) json.writeNumberField("shared_bytes", row.shared().getAsLong());
    if (row.cached().isPresent())
      json.writeNumberField("buff_cache_bytes", row.cached().getAsLong());
    if (row.available().isPresent())
      json.writeNumberField("available_bytes", row.available().getAsLong());
    json.writeEndObject();
  }

  private static void stall(Stall some, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("some_avg10_ratio", some.avg10() / PERCENT);
    json.writeNumberField("some_avg60_ratio", some.avg60() / PERCENT);
    json.writeNumberField("some_avg300_ratio", some.avg300() / PERCENT);
    json.writeEndObject();
  }

  private static void verdict(MemoryHealth health, JsonGenerator json) throws IOException {
    json.writeBooleanField("healthy", health.isHealthy());
    json.writeArrayFieldStart("troubles");
    for (MemoryHealth.Trouble trouble : health.troubles()) {
      json.writeString(trouble.name().toLowerCase(Locale.ROOT));
    }
    json.writeEndArray();
  }
}
