package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.agent.join.ContainerName;

/// A pod in a line for people.
public final class PodWords {
  private PodWords() {}

  /// `shop/cart-0`; the uid alone where nobody knows its name.
  public static String of(ContainerName pod) {
    return pod.namespace().isEmpty() ? pod.pod() : pod.namespace() + '/' + pod.pod();
  }
}
