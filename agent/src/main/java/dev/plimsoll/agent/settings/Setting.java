package dev.plimsoll.agent.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One thing that can be set.
///
/// @param name `web.listen-address`: the flag without its dashes, and the key in the file
/// @param sample what stands for the value in the help: `ADDRESS`; empty for a switch
/// @param byDefault the value as it would be written; empty for none
/// @param help one sentence
public record Setting<T>(
    String name, String sample, String byDefault, String help, Parser<T> parser) {

  /// What parts the values of a list.
  public static final String SEPARATOR = ",";

  private static final String MORE = ",...";

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

  /// A setting that may be given several times as a flag, and elsewhere with commas.
  ///
  /// @param sample what stands for one value in the help
  public static Setting<List<String>> list(String name, String sample, String help) {
    return new Setting<>(name, sample + MORE, "", help, Setting::parts);
  }

  private static List<String> parts(String text) {
    return Stream.of(text.split(SEPARATOR, -1)).filter(part -> !part.isBlank()).toList();
  }

  /// Whether its flag may be given several times.
  public boolean isList() {
    return sample.endsWith(MORE);
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
