package dev.plimsoll.agent.pod.source;

import java.io.IOException;

/// Why a source did not tell.
public final class PodSourceException extends IOException {
  private static final long serialVersionUID = 1;

  private final Trouble trouble;
  private final int status;

  /// @param words for a person; may hold text from outside
  public PodSourceException(Trouble trouble, String words) {
    this(trouble, 0, words);
  }

  PodSourceException(Trouble trouble, int status, String words) {
    super(words);
    this.trouble = trouble;
    this.status = status;
  }

  PodSourceException(Trouble trouble, String words, Exception cause) {
    super(words, cause);
    this.trouble = trouble;
    status = 0;
  }

  public Trouble trouble() {
    return trouble;
  }

  /// The HTTP status; 0 where there was none.
  public int status() {
    return status;
  }

  public String words() {
    String words = getMessage();
    return words == null ? trouble.label() : words;
  }
}
