package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.settings.WrongSettingException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An object that is waited for.
///
/// @param goal what it is to be
public record Target(Kind kind, String namespace, String name, Goal goal) {
  private static final int LONGEST_NAME = 253;

  /// A subdomain as RFC 1123 has it: what any object may be called, and nothing else goes into a
  /// path.
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");

  /// @param text `job/NAME`
  /// @throws WrongSettingException with what is wrong about it
  public static Target parse(String text, String namespace, Goal goal)
      throws WrongSettingException {
    String[] parts = text.split("/", -1);
    if (parts.length != 2) throw new WrongSettingException(text + " is not KIND/NAME");
    Optional<Kind> kind = Kind.of(parts[0]);
    if (kind.isEmpty()) {
      String kinds = Stream.of(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));
      throw new WrongSettingException(text + ": " + parts[0] + " is none of " + kinds);
    }
    if (!isName(parts[1])) {
      throw new WrongSettingException(text + ": no object can be called '" + parts[1] + "'");
    }
    if (!goal.fits(kind.get())) {
      throw new WrongSettingException(
          "--for=" + goal.label() + ": nothing that a " + kind.get().label() + " can be");
    }
    return new Target(kind.get(), namespace, parts[1], goal);
  }

  /// Whether an object or a namespace can be called so.
  public static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && NAME.matcher(text).matches() && !text.contains("..");
  }

  String label() {
    return kind.label() + '/' + name;
  }
}
