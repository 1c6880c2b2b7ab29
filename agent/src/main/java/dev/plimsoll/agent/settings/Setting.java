package dev.plimsoll.agent.settings;

import java.util.Locale;

/// One thing that can be set.
///
/// @param name `web.listen-address`: the flag without its dashes, and the key in the file
/// @param sample what stands for the value in the help: `ADDRESS`; empty for a switch
/// @param byDefault the value as it would be written; empty for none
/// @param help one sentence
public record Setting<T>(
    String name, String sample, String byDefault, String help, Parser<T> parser) {

  /// Turns what was written into a value.
  @FunctionalInterface
  public interface Parser<T> {
    /// @throws WrongSettingException says what is wrong with the text, which it need not repeat
    T parse(String text) throws WrongSettingException;
  }

  /// A switch, on by `--name` and off by `--no-name`.
  public static Setting<Boolean> onOff(String name, boolean byDefault, String help) {
    return new Setting<>(name, "", Boolean.toString(byDefault), help, Setting::yesOrNo);
  }

  private static boolean yesOrNo(String text) throws WrongSettingException {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongSettingException("is neither true nor false");
    };
  }

  public boolean isSwitch() {
    return sample.isEmpty();
  }

  public String flag() {
    return "--" + name;
  }

  /// The flag that switches it off, where it is a switch.
  public String offFlag() {
    return "--no-" + name;
  }

  /// `PLIMSOLL_WEB_LISTEN_ADDRESS`.
  public String variable() {
    return "PLIMSOLL_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
