package dev.plimsoll.agent.pod.source;

import java.io.IOException;

/// Why a source did not tell.
public final class PodSourceException extends IOException {
  private static final long serialVersionUID = 1;

  private final Trouble trouble;

  /// @param words for a person; may hold text from outside
  PodSourceException(Trouble trouble, String words) {
    super(words);
    this.trouble = trouble;
  }

  PodSourceException(Trouble trouble, String words, Exception cause) {
    super(words, cause);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }

  String words() {
    String words = getMessage();
    return words == null ? trouble.label() : words;
  }
}
