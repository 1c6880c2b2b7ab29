package dev.plimsoll.agent.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was set: a flag wins over the environment, the environment over the file.
public final class Choices {
  /// @param origin where it was written, for a complaint
  private record Choice(String origin, String text) {}

  private final Map<String, Choice> choices = new HashMap<>();

  private Choices() {}

  /// @param flags the flags that were given, by the setting's name
  /// @param environment all of it; what is no setting is passed over
  /// @param file the file of settings; null for none
  /// @throws IOException where the file cannot be read
  public static Choices of(
      Map<String, String> flags, Map<String, String> environment, @Nullable Path file)
      throws IOException, WrongSettingException {
    Choices choices = new Choices();
    if (file != null) choices.add(ConfigFile.read(file));
    for (Setting<?> setting : Settings.ALL) {
      choices.add(setting.name(), setting.variable(), environment.get(setting.variable()));
      choices.add(setting.name(), setting.flag(), flags.get(setting.name()));
    }
    choices.checkAll();
    return choices;
  }

  /// A wrong value is an error even where another one wins over it.
  private void add(ConfigFile file) throws WrongSettingException {
    Set<String> names = Settings.ALL.stream().map(Setting::name).collect(Collectors.toSet());
    for (Map.Entry<String, ConfigFile.Value> entry : file.values().entrySet()) {
      String name = entry.getKey();
      String origin = file.path() + " line " + entry.getValue().line() + ": " + name;
      if (!names.contains(name)) throw new WrongSettingException(origin + ": no such setting");
      add(name, origin, entry.getValue().text());
    }
    checkAll();
  }

  private void add(String name, String origin, @Nullable String text) {
    if (text != null) choices.put(name, new Choice(origin, text));
  }

  private void checkAll() throws WrongSettingException {
    for (Setting<?> setting : Settings.ALL) get(setting);
  }

  /// The value of a setting; its default where nobody set it.
  public <T> T get(Setting<T> setting) throws WrongSettingException {
    Choice choice =
        choices.getOrDefault(setting.name(), new Choice("default", setting.byDefault()));
    try {
      return setting.parser().parse(choice.text);
    } catch (WrongSettingException wrong) {
      throw new WrongSettingException(
          choice.origin + ": \"" + choice.text + "\" " + wrong.getMessage());
    }
  }

  /// Whether somebody set it, be it to its default.
  public boolean isSet(Setting<?> setting) {
    return choices.containsKey(setting.name());
  }

  /// Variables of the environment that look like settings and are none. What a cluster sets for a
  /// service named plimsoll is left out.
  public static List<String> unknownVariables(Map<String, String> environment, Set<String> known) {
    Set<String> variables =
        Settings.ALL.stream().map(Setting::variable).collect(Collectors.toSet());
    return environment.keySet().stream()
        .filter(name -> name.startsWith("PLIMSOLL_"))
        .filter(name -> !variables.contains(name) && !known.contains(name))
        .filter(name -> !name.matches("PLIMSOLL_(.+_)?(SERVICE_(HOST|PORT)|PORT)(_.*)?"))
        .sorted()
        .toList();
  }
}
