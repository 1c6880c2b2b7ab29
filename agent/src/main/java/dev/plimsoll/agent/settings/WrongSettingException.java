package dev.plimsoll.agent.settings;

/// Something was set that cannot be. The message names what, where and why in one line.
public final class WrongSettingException extends Exception {
  private static final long serialVersionUID = 1L;

  public WrongSettingException(String message) {
    super(message);
  }
}
