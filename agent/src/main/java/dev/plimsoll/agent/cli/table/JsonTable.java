package dev.plimsoll.agent.cli.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.plimsoll.agent.metrics.LabelText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Rows as a JSON array of objects. Apart from the text table, so that a command that prints text
/// loads no JSON writer.
final class JsonTable<T> {
  private final List<Column<T>> columns;

  JsonTable(List<Column<T>> columns) {
    this.columns = columns;
  }

  void write(List<? extends T> rows, Writer out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(new LinePerRow());
      json.writeStartArray();
      for (T row : rows) write(row, json);
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private void write(T row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Column<T> column : columns) {
      json.writeFieldName(column.key());
      switch (column.datum().apply(row)) {
        case Datum.Text(String text) -> json.writeString(LabelText.of(text));
        case Datum.Whole(long number) -> json.writeNumber(number);
        case Datum.Fraction(double number) -> write(number, json);
        case Datum.Missing _ -> json.writeNull();
      }
    }
    json.writeEndObject();
  }

  private static void write(double number, JsonGenerator json) throws IOException {
    if (Double.isFinite(number)) json.writeNumber(number);
    else json.writeNull();
  }

  /// `[`, each object on a line of its own, `]`.
  private static final class LinePerRow extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      json.writeRaw('\n');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(",\n");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int count) throws IOException {
      json.writeRaw(count > 0 ? "\n]" : "]");
    }
  }
}
