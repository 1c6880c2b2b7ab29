package dev.plimsoll.agent.web;

import java.util.Optional;

/// Whether the agent does its work.
public interface Health {
  /// Why it never will again without a restart; empty while it works.
  Optional<String> broken();

  /// Why what it serves is not good now; empty where it is.
  Optional<String> unready();
}
