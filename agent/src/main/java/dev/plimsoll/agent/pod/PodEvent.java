package dev.plimsoll.agent.pod;

import java.util.Optional;

/// An event of a watch.
///
/// @param pod the pod that it is about; empty for a bookmark or an error
/// @param resourceVersion where a later watch may go on from here; may be empty
/// @param code the HTTP status that an error means; else 0
/// @param message what the error says
public record PodEvent(
    Type type, Optional<Pod> pod, String resourceVersion, int code, String message) {

  public enum Type {
    ADDED,
    MODIFIED,
    DELETED,
    BOOKMARK,
    ERROR,
    /// One of a later Kubernetes.
    UNKNOWN;

    static Type of(String name) {
      return switch (name) {
        case "ADDED" -> ADDED;
        case "MODIFIED" -> MODIFIED;
        case "DELETED" -> DELETED;
        case "BOOKMARK" -> BOOKMARK;
        case "ERROR" -> ERROR;
        default -> UNKNOWN;
      };
    }
  }
}
