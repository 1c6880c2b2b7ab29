package dev.plimsoll.agent.logging;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// One line for each event, whatever its text holds.
final class LineFormatter extends Formatter {
  private final LogFormat format;

  LineFormatter(LogFormat format) {
    this.format = format;
  }

  @Override
  public String format(LogRecord event) {
    StringBuilder line = new StringBuilder(160);
    switch (format) {
      case LOGFMT -> writeLogfmt(fields(event), line);
      case JSON -> writeJson(fields(event), line);
    }
    return line.append('\n').toString();
  }

  private Map<String, String> fields(LogRecord event) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("time", event.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
    fields.put("level", LogLevel.of(event.getLevel()).name().toLowerCase(Locale.ROOT));
    String logger = event.getLoggerName() == null ? "" : event.getLoggerName();
    fields.put("logger", logger.substring(logger.lastIndexOf('.') + 1));
    fields.put("msg", formatMessage(event));
    if (event.getThrown() != null) fields.put("stack", stack(event.getThrown()));
    return fields;
  }

  private static String stack(Throwable fault) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      text.append(cause).append('\n');
      for (StackTraceElement frame : cause.getStackTrace())
        text.append("  ").append(frame).append('\n');
    }
    return text.toString();
  }

  private static void writeLogfmt(Map<String, String> fields, StringBuilder line) {
    fields.forEach(
        (name, value) -> {
          if (!line.isEmpty()) line.append(' ');
          line.append(name).append('=');
          if (value.matches("[!-~&&[^\"=\\\\]]+")) line.append(value);
          else quote(value, line);
        });
  }

  private static void writeJson(Map<String, String> fields, StringBuilder line) {
    line.append('{');
    fields.forEach(
        (name, value) -> {
          if (line.length() > 1) line.append(',');
          quote(name, line);
          line.append(':');
          quote(value, line);
        });
    line.append('}');
  }

  /// As JSON has it, which readers of logfmt take too. What a terminal would obey and halves of
  /// surrogate pairs, which stand for bytes that are not text, are escaped as well.
  private static void quote(String value, StringBuilder line) {
    line.append('"');
    value
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> quote(point, line);
              }
            });
    line.append('"');
  }

  private static void quote(int point, StringBuilder line) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        for (char unit : Character.toChars(point)) {
          line.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) unit));
        }
      }
      default -> line.appendCodePoint(point);
    }
  }
}
