package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.settings.Choices;
import dev.plimsoll.agent.settings.CollectorChoices;
import dev.plimsoll.agent.settings.WrongSettingException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/// The collectors as they are when nobody sets anything but `flags`.
public final class UsualCollectors {
  private UsualCollectors() {}

  public static NodeCollectors at(Clock clock) {
    return at(clock, Map.of());
  }

  /// @param flags values by the names of settings
  static NodeCollectors at(Clock clock, Map<String, String> flags) {
    try {
      return NodeCollectors.all(CollectorChoices.options(Choices.of(flags, Map.of(), null)), clock);
    } catch (IOException | WrongSettingException wrong) {
      throw new AssertionError(wrong);
    }
  }
}
