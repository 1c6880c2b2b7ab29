package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.settings.Setting;
import dev.plimsoll.agent.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The settings as flags.
final class RunFlags {
  private RunFlags() {}

  /// Adds a flag for every setting, two for a switch.
  static void addTo(CommandSpec command) {
    for (Setting<?> setting : Settings.ALL) {
      if (setting.isSwitch()) addSwitch(command, setting);
      else command.addOption(valued(setting));
    }
  }

  private static OptionSpec valued(Setting<?> setting) {
    return OptionSpec.builder(setting.flag())
        .type(setting.isList() ? String[].class : String.class)
        .paramLabel(setting.sample())
        .description(description(setting))
        .build();
  }

  private static String description(Setting<?> setting) {
    String byDefault = setting.byDefault();
    return byDefault.isEmpty() ? setting.help() : setting.help() + " Default: " + byDefault;
  }

  /// The many switches of collectors are told of together, below the others.
  private static void addSwitch(CommandSpec command, Setting<?> setting) {
    OptionSpec.Builder on = OptionSpec.builder(setting.flag()).type(boolean.class);
    if (setting.name().startsWith("collector.")) on.hidden(true);
    command.addOption(on.description(setting.help()).build());
    command.addOption(hidden(setting.offFlag()));
  }

  private static OptionSpec hidden(String flag) {
    return OptionSpec.builder(flag).type(boolean.class).hidden(true).build();
  }

  /// The flags that were given, by the setting's name.
  ///
  /// @throws ParameterException where a switch is to be on and off
  static Map<String, String> given(ParseResult parsed) {
    Map<String, String> given = new HashMap<>();
    for (Setting<?> setting : Settings.ALL) {
      if (setting.isSwitch()) putSwitch(setting, parsed, given);
      else if (parsed.hasMatchedOption(setting.flag())) {
        given.put(setting.name(), value(setting, parsed));
      }
    }
    return given;
  }

  private static String value(Setting<?> setting, ParseResult parsed) {
    if (!setting.isList()) return parsed.matchedOptionValue(setting.flag(), "");
    String[] values = parsed.matchedOptionValue(setting.flag(), new String[0]);
    return String.join(Setting.SEPARATOR, values);
  }

  private static void putSwitch(Setting<?> setting, ParseResult parsed, Map<String, String> given) {
    boolean on = parsed.hasMatchedOption(setting.flag());
    boolean off = parsed.hasMatchedOption(setting.offFlag());
    if (on && off) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          setting.flag() + " and " + setting.offFlag() + " exclude each other");
    }
    if (on || off) given.put(setting.name(), Boolean.toString(on));
  }
}
