package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// Names of users or groups, as the host's own files have them: `/etc/passwd` and `/etc/group`,
/// `name:password:id:…` a line (`passwd(5)`, `group(5)`). Directories over the network are not
/// asked: who is not in the file is shown by number.
public record AccountNames(Map<Long, String> names) {
  private static final int MOST = 100_000;

  public AccountNames {
    names = Map.copyOf(names);
  }

  /// Reads one of the two files; without it nobody has a name.
  public static AccountNames read(KernelReader reader, String path) {
    try {
      return parse(reader.read(path));
    } catch (KernelFileException _) {
      return new AccountNames(Map.of());
    }
  }

  static AccountNames parse(KernelText text) {
    Map<Long, String> names = new HashMap<>();
    while (text.nextLine() && names.size() < MOST) {
      try {
        String name = text.until(':');
        text.until(':');
        names.putIfAbsent(text.unsigned(), name);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return new AccountNames(names);
  }

  /// The name, or the number where there is none.
  public String name(long id) {
    String name = names.get(id);
    return name == null ? Long.toString(id) : name;
  }

  /// The number of a name, or of a number in digits.
  public OptionalLong id(String name) {
    for (Map.Entry<Long, String> each : names.entrySet()) {
      if (each.getValue().equals(name)) return OptionalLong.of(each.getKey());
    }
    boolean digits = !name.isEmpty() && name.length() < 11 && name.chars().allMatch(this::isDigit);
    return digits ? OptionalLong.of(Long.parseLong(name)) : OptionalLong.empty();
  }

  private boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
