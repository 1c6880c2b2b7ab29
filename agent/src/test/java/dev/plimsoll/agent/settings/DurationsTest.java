package dev.plimsoll.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "1s, PT1S",
    "500ms, PT0.5S",
    "1m, PT1M",
    "1h30m, PT1H30M",
    "1m30s, PT1M30S",
    "90s, PT90S"
  })
  void takesWhatPeopleWrite(String text, Duration duration) throws WrongSettingException {
    assertEquals(duration, Durations.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "s", "1.5s", "-1s", "1 s", "1s1m", "1S", "1d", "9999999999s", "1sx"})
  void refusesEverythingElse(String text) {
    assertThrows(WrongSettingException.class, () -> Durations.parse(text));
  }

  @Test
  void holdsBounds() throws WrongSettingException {
    Setting.Parser<Duration> parser =
        Durations.between(Duration.ofMillis(100), Duration.ofMinutes(90));
    assertEquals(Duration.ofMillis(100), parser.parse("100ms"));
    assertEquals(Duration.ofMinutes(90), parser.parse("1h30m"));
    assertEquals("is less than 100ms", complaint(parser, "99ms"));
    assertEquals("is more than 90m", complaint(parser, "5401s"));
  }

  private static String complaint(Setting.Parser<?> parser, String text) {
    return String.valueOf(
        assertThrows(WrongSettingException.class, () -> parser.parse(text)).getMessage());
  }
}
