package dev.plimsoll.collectors.node;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Optional;

/// `/sys/fs/selinux`: the state of SELinux (`security/selinux/selinuxfs.c`).
///
/// @param enforcing whether what it forbids fails, by `enforce`; else it is only noted
/// @param configured what `/etc/selinux/config` wants at the next boot; empty where it does not say
/// @param cache the cache of its decisions; empty where it cannot be read
public record SeLinux(boolean enforcing, Optional<Mode> configured, Optional<AccessCache> cache) {

  /// What the administrator wants.
  public enum Mode {
    ENFORCING,
    PERMISSIVE,
    DISABLED
  }

  /// Reads all of it. Absent where SELinux is not in use.
  public static Section<SeLinux> read(KernelReader reader, Roots roots) {
    Section<Boolean> enforcing =
        reader.section(roots.sys("fs/selinux/enforce"), Need.OPTIONAL, SeLinux::enforcing);
    Gathering gathering = new Gathering();
    Optional<Boolean> found = gathering.add(enforcing);
    if (found.isEmpty())
      return enforcing.map(_ -> new SeLinux(false, Optional.empty(), Optional.empty()));
    Optional<Mode> configured =
        gathering
            .add(reader.section(roots.root("etc/selinux/config"), Need.OPTIONAL, SeLinux::mode))
            .flatMap(mode -> mode);
    return gathering.section(
        new SeLinux(found.get(), configured, AccessCache.read(reader, roots, gathering)));
  }

  static Boolean enforcing(KernelText text) throws MalformedSourceException {
    return text.firstLine().unsigned() != 0;
  }

  /// The last line `SELINUX=…`; comments begin with `#`.
  static Optional<Mode> mode(KernelText text) {
    Optional<Mode> mode = Optional.empty();
    while (text.nextLine()) {
      if (text.take("SELINUX=")) mode = mode(text.rest().strip());
    }
    return mode;
  }

  private static Optional<Mode> mode(String word) {
    return switch (word) {
      case "enforcing" -> Optional.of(Mode.ENFORCING);
      case "permissive" -> Optional.of(Mode.PERMISSIVE);
      case "disabled" -> Optional.of(Mode.DISABLED);
      default -> Optional.empty();
    };
  }
}
