package dev.plimsoll.agent.pod;

import java.io.IOException;
import java.util.Optional;

/// Reads an event of a watch: its object is a pod, or what is left of one in a bookmark, or a
/// `Status`.
final class EventFields implements JsonCursor.Fields {
  private final PodFields pod;
  private String type = "";
  private int code;
  private String message = "";

  EventFields(KeptAnnotations annotations) {
    pod = new PodFields(annotations);
  }

  @Override
  public void field(String name, JsonCursor value) throws IOException {
    switch (name) {
      case "type" -> type = value.text();
      case "object" -> value.object(this::object);
      default -> {}
    }
  }

  private void object(String name, JsonCursor value) throws IOException {
    switch (name) {
      case "code" -> code = value.integer(0);
      case "message" -> message = value.text();
      default -> pod.field(name, value);
    }
  }

  PodEvent event() {
    PodEvent.Type kind = PodEvent.Type.of(type);
    boolean hasPod =
        switch (kind) {
          case ADDED, MODIFIED, DELETED -> true;
          case BOOKMARK, ERROR, UNKNOWN -> false;
        };
    Optional<Pod> about = hasPod ? pod.pod() : Optional.empty();
    return new PodEvent(kind, about, pod.resourceVersion(), code, message);
  }
}
