package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.settings.Durations;
import dev.plimsoll.agent.settings.WrongSettingException;
import java.time.Duration;
import java.util.Optional;

/// How long to wait, as kubectl has it: `30s`, `5m`; `0` looks once; less than that has no end.
///
/// @param duration empty for no end
public record Patience(Optional<Duration> duration) {
  public static Patience parse(String text) throws WrongSettingException {
    if (text.equals("0")) return new Patience(Optional.of(Duration.ZERO));
    boolean hasNoEnd = text.startsWith("-");
    try {
      Duration duration = Durations.parse(hasNoEnd ? text.substring(1) : text);
      return new Patience(hasNoEnd ? Optional.empty() : Optional.of(duration));
    } catch (WrongSettingException wrong) {
      throw new WrongSettingException("--timeout: " + text + " " + wrong.getMessage());
    }
  }

  boolean isNone() {
    return duration.filter(Duration::isZero).isPresent();
  }

  /// Nanoseconds, more than any process lives where there is no end.
  long nanos() {
    return duration.map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
  }
}
