package dev.plimsoll.agent.pod;

import java.io.IOException;

/// What was read as pods is something else.
public final class NotPodsException extends IOException {
  private static final long serialVersionUID = 1;

  public NotPodsException(String message) {
    super(message);
  }
}
