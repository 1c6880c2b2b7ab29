package dev.plimsoll.agent.group;

import java.io.Serial;

/// A file of naming rules cannot be used. The message is one line for a person: the file, the line
/// in it, what is wrong, and the text that is.
public final class NamingFileException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  NamingFileException(String message) {
    super(message);
  }
}
