package dev.plimsoll.agent.web;

/// What is asked for cannot be answered.
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int NOT_THERE = 404;
  private static final int NOT_YET = 503;

  private final int status;

  /// @param status of HTTP
  /// @param line says why, for a person; may hold text from outside
  public RefusedException(int status, String line) {
    super(line);
    this.status = status;
  }

  /// @param what was asked for
  public static RefusedException notThere(String what) {
    return new RefusedException(NOT_THERE, "there is no " + what);
  }

  /// Nothing has been read yet.
  public static RefusedException notYet() {
    return new RefusedException(NOT_YET, "nothing has been read yet");
  }

  int status() {
    return status;
  }

  /// The message, which is never missing.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
