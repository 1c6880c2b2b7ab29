package dev.plimsoll.agent.cli.wait;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plimsoll.agent.pod.JsonCursor;
import dev.plimsoll.agent.pod.NotPodsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads lists and watches of objects of whatever kind.
final class ObjectJson {
  private static final int MOST_OBJECTS = 1000;

  private final JsonFactory factory = JsonCursor.factory();

  /// @param version where a watch may begin
  record Listing(List<Seen> objects, String version) {}

  /// @param type `ADDED`, `MODIFIED`, `DELETED`, `BOOKMARK` or `ERROR`
  record Event(String type, Seen object) {}

  /// Takes the events of a watch as they come.
  @FunctionalInterface
  interface Events {
    /// @return whether to go on
    boolean event(Event event) throws IOException;
  }

  Listing list(InputStream in) throws IOException {
    try (JsonParser parser = factory.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw new NotPodsException("not a list");
      List<Seen> objects = new ArrayList<>();
      String[] texts = {"", ""};
      new JsonCursor(parser)
          .object(
              (field, value) -> {
                switch (field) {
                  case "kind" -> texts[0] = value.text();
                  case "metadata" -> texts[1] = version(value);
                  case "items" -> value.array(item -> add(item, objects));
                  default -> {}
                }
              });
      if (!texts[0].endsWith("List")) throw new NotPodsException("not a list");
      return new Listing(objects, texts[1]);
    }
  }

  private static void add(JsonCursor item, List<Seen> objects) throws IOException {
    if (objects.size() < MOST_OBJECTS) objects.add(SeenFields.read(item));
  }

  private static String version(JsonCursor metadata) throws IOException {
    String[] version = {""};
    metadata.object(
        (field, value) -> {
          if (field.equals("resourceVersion")) version[0] = value.text();
        });
    return version[0];
  }

  /// Reads a watch until it ends, or nobody wants more of it.
  ///
  /// @throws IOException where the stream fails or ends in the middle of an event
  void events(InputStream in, Events events) throws IOException {
    try (JsonParser parser = factory.createParser(in)) {
      boolean goesOn = true;
      while (goesOn && parser.nextToken() != null) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) throw new NotPodsException("not a watch");
        Optional<Event> event = event(new JsonCursor(parser));
        if (event.isPresent()) goesOn = events.event(event.get());
      }
    }
  }

  private static Optional<Event> event(JsonCursor cursor) throws IOException {
    String[] type = {""};
    List<Seen> object = new ArrayList<>(1);
    cursor.object(
        (field, value) -> {
          switch (field) {
            case "type" -> type[0] = value.text();
            case "object" -> object.add(SeenFields.read(value));
            default -> {}
          }
        });
    return object.isEmpty() ? Optional.empty() : Optional.of(new Event(type[0], object.getFirst()));
  }
}
