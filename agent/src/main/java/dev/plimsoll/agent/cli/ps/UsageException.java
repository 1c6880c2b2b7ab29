package dev.plimsoll.agent.cli.ps;

/// The command line asks for something that there is not. The message is one line that names it.
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message, null, false, false);
  }
}
