package dev.plimsoll.agent.pod;

/// Which annotations of a pod are kept; the others may be large and hold anything.
@FunctionalInterface
public interface KeptAnnotations {
  boolean keeps(String name);

  static KeptAnnotations none() {
    return _ -> false;
  }
}
