package dev.plimsoll.agent.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `500ms`, `15s`, `1m30s`, `1h`.
public final class Durations {
  private static final Pattern WHOLE =
      Pattern.compile("(\\d{1,9}h)?(\\d{1,9}m)?(\\d{1,9}s)?(\\d{1,9}ms)?");
  private static final Pattern PART = Pattern.compile("(\\d+)(ms|[hms])");

  private Durations() {}

  /// A parser that takes what lies within the bounds, both of them allowed.
  static Setting.Parser<Duration> between(Duration least, Duration most) {
    return text -> {
      Duration duration = parse(text);
      if (duration.compareTo(least) < 0) throw tooFar("less", least);
      if (duration.compareTo(most) > 0) throw tooFar("more", most);
      return duration;
    };
  }

  private static WrongSettingException tooFar(String than, Duration bound) {
    return new WrongSettingException("is " + than + " than " + write(bound));
  }

  /// @throws WrongSettingException with what it is not
  public static Duration parse(String text) throws WrongSettingException {
    if (text.isEmpty() || !WHOLE.matcher(text).matches()) {
      throw new WrongSettingException("is not a duration such as 500ms, 15s or 1m30s");
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) sum = sum.plus(part(Long.parseLong(part.group(1)), part.group(2)));
    return sum;
  }

  private static Duration part(long count, String unit) {
    return switch (unit) {
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      case "s" -> Duration.ofSeconds(count);
      default -> Duration.ofMillis(count);
    };
  }

  private static String write(Duration duration) {
    if (duration.toMillis() % 1000 != 0) return duration.toMillis() + "ms";
    if (duration.toSeconds() % 3600 == 0) return duration.toHours() + "h";
    if (duration.toSeconds() % 60 == 0) return duration.toMinutes() + "m";
    return duration.toSeconds() + "s";
  }
}
