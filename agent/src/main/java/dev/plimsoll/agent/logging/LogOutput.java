package dev.plimsoll.agent.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/// Where the log goes. slf4j writes to the JDK's logging, and that to here.
public final class LogOutput {
  /// Held on to, lest the JDK forgets the level of a logger that nobody holds. The JDK itself is
  /// too talkative to be debugged along with us.
  private static final Logger OURS = Logger.getLogger("dev.plimsoll");

  private LogOutput() {}

  /// Sends everything of at least that level to the stream, and nothing anywhere else.
  public static void open(OutputStream stream, LogFormat format, LogLevel level)
      throws IOException {
    LogManager.getLogManager().reset();
    Handler lines = new FlushedLines(stream, format);
    lines.setEncoding(StandardCharsets.UTF_8.name());
    lines.setLevel(level.level());
    Logger.getLogger("").addHandler(lines);
    Logger.getLogger("").setLevel(level == LogLevel.DEBUG ? Level.INFO : level.level());
    OURS.setLevel(level.level());
  }

  /// A line is of use only once it is written.
  private static final class FlushedLines extends StreamHandler {
    FlushedLines(OutputStream stream, LogFormat format) {
      super(stream, new LineFormatter(format));
    }

    @Override
    public synchronized void publish(LogRecord event) {
      super.publish(event);
      flush();
    }
  }
}
