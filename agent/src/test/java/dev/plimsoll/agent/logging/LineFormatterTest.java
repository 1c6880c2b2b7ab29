package dev.plimsoll.agent.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFormatterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          LOGFMT | time=2026-11-20T07:00:00Z level=warn logger=Agent msg="a \\"b\\" \\\\ \\n\\u001b[2J \\udcff"
          JSON | {"time":"2026-11-20T07:00:00Z","level":"warn","logger":"Agent","msg":"a \\"b\\" \\\\ \\n\\u001b[2J \\udcff"}
          """)
  void writesOneLineWhateverTheTextHolds(LogFormat format, String line) {
    LogRecord event = new LogRecord(Level.WARNING, "a \"b\" \\ \n\u001b[2J \uDCFF");
    event.setInstant(Instant.parse("2026-11-20T07:00:00Z"));
    event.setLoggerName("dev.plimsoll.agent.Agent");
    assertEquals(line + '\n', new LineFormatter(format).format(event));
  }

  @ParameterizedTest
  @CsvSource({"FINE, debug", "INFO, info", "CONFIG, info", "WARNING, warn", "SEVERE, error"})
  void callsLevelsAsSlf4jDoes(String level, String word) {
    LogRecord event = new LogRecord(Level.parse(level), "started");
    event.setInstant(Instant.parse("2026-11-20T07:00:00.123456Z"));
    assertEquals(
        "time=2026-11-20T07:00:00.123Z level=" + word + " logger=\"\" msg=started\n",
        new LineFormatter(LogFormat.LOGFMT).format(event));
  }
}
