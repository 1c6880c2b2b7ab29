package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.List;

/// `/etc/fstab`, for example `UUID=3e6b / ext4 defaults,errors=remount-ro 0 1` (fstab(5)): what is
/// mounted when the node starts.
public record Fstab(List<Entry> entries) {
  public Fstab {
    entries = List.copyOf(entries);
  }

  /// One line, escapes undone.
  ///
  /// @param source a device, or `UUID=…`, `LABEL=…`
  /// @param options `defaults` where the line has none
  public record Entry(String source, String target, String type, String options) {}

  public static Section<Fstab> read(KernelReader reader, Roots roots) {
    return reader.section(roots.root("etc/fstab"), Need.OPTIONAL, Fstab::parse);
  }

  static Fstab parse(KernelText text) {
    List<Entry> entries = new ArrayList<>();
    while (text.nextLine()) {
      if (!text.hasField() || text.peek() == '#') continue;
      try {
        entries.add(entry(text));
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return new Fstab(entries);
  }

  private static Entry entry(KernelText line) throws MalformedSourceException {
    String source = MountEscape.undo(line.word());
    String target = MountEscape.undo(line.word());
    String type = MountEscape.undo(line.word());
    String options = line.hasField() ? MountEscape.undo(line.word()) : "defaults";
    return new Entry(source, target, type, options);
  }
}
