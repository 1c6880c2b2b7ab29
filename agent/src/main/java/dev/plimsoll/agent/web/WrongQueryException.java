package dev.plimsoll.agent.web;

/// A query asks for what cannot be.
public final class WrongQueryException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param line says what, for a person
  public WrongQueryException(String line) {
    super(line);
  }

  /// The message, which is never missing.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
