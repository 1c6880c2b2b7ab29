package dev.plimsoll.agent.logging;

import java.util.logging.Level;

/// How severe a line is, in slf4j's words.
public enum LogLevel {
  DEBUG,
  INFO,
  WARN,
  ERROR;

  /// What slf4j makes of it in the JDK's logging.
  Level level() {
    return switch (this) {
      case DEBUG -> Level.FINE;
      case INFO -> Level.INFO;
      case WARN -> Level.WARNING;
      case ERROR -> Level.SEVERE;
    };
  }

  /// The word for a level of the JDK.
  static LogLevel of(Level level) {
    for (LogLevel word : values()) {
      if (level.intValue() <= word.level().intValue()) return word;
    }
    return ERROR;
  }
}
