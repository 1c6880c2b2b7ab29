package dev.plimsoll.agent.pod;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Walks through JSON once. What is asked for as one kind and is another counts as not there, and
/// what nobody asks for is passed over: a later Kubernetes may add to anything.
public final class JsonCursor {
  /// The longest text that is kept; names, ids and reasons are shorter.
  public static final int LONGEST_TEXT = 4096;

  private static final int MOST_ELEMENTS = 4096;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(100)
          .maxStringLength(2 << 20)
          .maxNameLength(2048)
          .build();

  /// What makes parsers for it.
  public static JsonFactory factory() {
    return new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .streamReadConstraints(LIMITS)
        .build();
  }

  /// Takes the fields of an object.
  @FunctionalInterface
  public interface Fields {
    /// Reads the value or leaves it alone.
    void field(String name, JsonCursor value) throws IOException;
  }

  /// Takes one element of an array.
  @FunctionalInterface
  public interface Element {
    void read(JsonCursor element) throws IOException;
  }

  private final JsonParser parser;

  /// Whether the value at hand was read.
  private boolean taken;

  /// @param parser stands at a value
  public JsonCursor(JsonParser parser) {
    this.parser = parser;
  }

  /// Reads the object at hand.
  public void object(Fields fields) throws IOException {
    taken = true;
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      taken = false;
      fields.field(name, this);
      if (!taken) parser.skipChildren();
    }
    taken = true;
    expect(JsonToken.END_OBJECT);
  }

  /// Reads the array at hand, the first few thousand elements of it.
  public void array(Element element) throws IOException {
    taken = true;
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      parser.skipChildren();
      return;
    }
    int count = 0;
    for (JsonToken next = parser.nextToken();
        next != null && next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      taken = false;
      if (count++ < MOST_ELEMENTS) element.read(this);
      if (!taken) parser.skipChildren();
    }
    taken = true;
    expect(JsonToken.END_ARRAY);
  }

  private void expect(JsonToken end) throws IOException {
    if (!parser.hasToken(end)) throw new NotPodsException("the JSON ends in the middle");
  }

  /// The text or number at hand as text, cut where it is too long; else empty.
  public String text() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) return "";
    taken = true;
    String text = parser.getText();
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  /// The number at hand; the other where it is none or does not fit.
  public int integer(int otherwise) throws IOException {
    return Math.clamp(longInteger(otherwise), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /// As [#integer(int)].
  public long longInteger(long otherwise) throws IOException {
    return number().orElse(otherwise);
  }

  /// The whole number at hand; empty where it is none or does not fit.
  public OptionalLong number() throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) return OptionalLong.empty();
    taken = true;
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? OptionalLong.empty()
        : OptionalLong.of(parser.getLongValue());
  }

  /// The number at hand, with or without a fraction; empty where it is none.
  public OptionalDouble fraction() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isNumeric()) return OptionalDouble.empty();
    taken = true;
    return OptionalDouble.of(parser.getDoubleValue());
  }

  /// Whether the value at hand is `true`.
  public boolean isTrue() {
    return parser.hasToken(JsonToken.VALUE_TRUE);
  }
}
