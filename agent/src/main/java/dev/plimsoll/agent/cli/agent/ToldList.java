package dev.plimsoll.agent.cli.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.plimsoll.agent.pod.JsonCursor;
import java.io.IOException;
import java.io.InputStream;

/// Reads the one list that an answer of the agent is about: `{"pods": […]}`.
public final class ToldList {
  private ToldList() {}

  /// @param name of the list
  /// @param each takes its members, in their order
  /// @throws IOException where there is no such list, or not all of it
  public static void read(InputStream in, String name, JsonCursor.Element each) throws IOException {
    boolean[] told = {false};
    try (JsonParser parser = new JsonFactory().createParser(in)) {
      parser.nextToken();
      new JsonCursor(parser)
          .object(
              (field, value) -> {
                if (!field.equals(name)) return;
                told[0] = true;
                value.array(each);
              });
    }
    if (!told[0]) throw new IOException("it does not tell of " + name);
  }
}
