package dev.plimsoll.agent.nodeexporter;

/// A query names a collector that does not exist or is switched off.
public final class UnknownCollectorException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownCollectorException(String name) {
    super("no such collector, or switched off: " + name);
  }

  /// The message, which is never missing.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
