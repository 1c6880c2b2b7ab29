package dev.plimsoll.agent.cli.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.plimsoll.agent.metrics.LabelText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Rows as a JSON array of objects, written one by one. Apart from the text table, so that a
/// command that prints text loads no JSON writer.
public final class JsonRows<T> implements AutoCloseable {
  private final List<Column<T>> columns;
  private final JsonGenerator json;

  /// Begins the array.
  ///
  /// @param out is left open
  public JsonRows(List<Column<T>> columns, Writer out) throws IOException {
    this.columns = List.copyOf(columns);
    json =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build()
            .createGenerator(out);
    json.setPrettyPrinter(new LinePerRow());
    json.writeStartArray();
  }

  /// One more object.
  public void write(T row) throws IOException {
    json.writeStartObject();
    for (Column<T> column : columns) {
      json.writeFieldName(column.key());
      write(column.datum().apply(row));
    }
    json.writeEndObject();
  }

  private void write(Datum datum) throws IOException {
    switch (datum) {
      case Datum.Text(String text) -> json.writeString(LabelText.of(text));
      case Datum.Whole(long number) -> json.writeNumber(number);
      case Datum.Fraction(double number) -> write(number);
      case Datum.Truth(boolean holds) -> json.writeBoolean(holds);
      case Datum.Texts(List<String> texts) -> write(texts);
      case Datum.Missing _ -> json.writeNull();
    }
  }

  private void write(double number) throws IOException {
    if (Double.isFinite(number)) json.writeNumber(number);
    else json.writeNull();
  }

  private void write(List<String> texts) throws IOException {
    json.writeStartArray();
    for (String text : texts) json.writeString(LabelText.of(text));
    json.writeEndArray();
  }

  /// Ends the array.
  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }

  /// `[`, each object on a line of its own, `]`; arrays within them on that line.
  private static final class LinePerRow extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      if (isOutermost(json)) json.writeRaw('\n');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(isOutermost(json) ? ",\n" : ",");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int count) throws IOException {
      json.writeRaw(isOutermost(json) && count > 0 ? "\n]" : "]");
    }

    private static boolean isOutermost(JsonGenerator json) {
      return json.getOutputContext().getParent().inRoot();
    }
  }
}
