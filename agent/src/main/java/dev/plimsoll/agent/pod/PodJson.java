package dev.plimsoll.agent.pod;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the JSON of pods piece by piece, never the whole of it into memory. Whoever calls bounds
/// the bytes.
public final class PodJson {
  private final JsonFactory factory = JsonCursor.factory();
  private final KeptAnnotations annotations;

  public PodJson(KeptAnnotations annotations) {
    this.annotations = annotations;
  }

  /// A list of pods and the version it has.
  ///
  /// @param resourceVersion empty from a kubelet
  public record PodList(List<Pod> pods, String resourceVersion) {
    public PodList {
      pods = List.copyOf(pods);
    }
  }

  /// Reads a `PodList`: what a kubelet answers at `/pods`, and an API server to a LIST.
  ///
  /// @throws IOException where the stream fails or holds no such list or not all of it
  public PodList list(InputStream in) throws IOException {
    try (JsonParser parser = factory.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT)
        throw new NotPodsException("not a list of pods");
      List<Pod> pods = new ArrayList<>();
      String[] texts = {"", ""};
      new JsonCursor(parser)
          .object(
              (field, value) -> {
                switch (field) {
                  case "kind" -> texts[0] = value.text();
                  case "metadata" -> texts[1] = version(value);
                  case "items" -> value.array(item -> add(item, pods));
                  default -> {}
                }
              });
      if (!texts[0].equals("PodList")) throw new NotPodsException("not a list of pods");
      return new PodList(pods, texts[1]);
    }
  }

  /// Reads one pod.
  ///
  /// @return empty where it has not even a name
  /// @throws IOException where it is no object in JSON
  Optional<Pod> pod(InputStream in) throws IOException {
    try (JsonParser parser = factory.createParser(in)) {
      parser.nextToken();
      return PodFields.read(new JsonCursor(parser), annotations);
    }
  }

  /// Takes the events of a watch as they come.
  @FunctionalInterface
  public interface Events {
    /// @throws IOException ends the watch
    void event(PodEvent event) throws IOException;
  }

  /// Reads a watch until it ends.
  ///
  /// @throws IOException where the stream fails or ends in the middle of an event
  public void events(InputStream in, Events events) throws IOException {
    try (JsonParser parser = factory.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) throw new NotPodsException("not an event of a watch");
        EventFields fields = new EventFields(annotations);
        new JsonCursor(parser).object(fields);
        events.event(fields.event());
      }
    }
  }

  private void add(JsonCursor item, List<Pod> pods) throws IOException {
    if (pods.size() < PodTable.MOST_PODS) PodFields.read(item, annotations).ifPresent(pods::add);
  }

  private static String version(JsonCursor metadata) throws IOException {
    String[] version = {""};
    metadata.object(
        (field, value) -> {
          if (field.equals("resourceVersion")) version[0] = value.text();
        });
    return version[0];
  }
}
