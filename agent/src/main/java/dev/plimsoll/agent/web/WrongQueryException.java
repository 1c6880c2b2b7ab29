package dev.plimsoll.agent.web;

/// A query asks for what cannot be. The message says what, in one line, for a person.
public final class WrongQueryException extends Exception {
  private static final long serialVersionUID = 1L;

  public WrongQueryException(String message) {
    super(message);
  }

  /// The message, which is never missing.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
