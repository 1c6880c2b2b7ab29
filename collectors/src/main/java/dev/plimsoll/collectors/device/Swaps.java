package dev.plimsoll.collectors.device;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.mount.MountEscape;
import java.util.List;

/// `/proc/swaps`, for example `/dev/dm-1 partition 4194300 0 -2` below a line of titles
/// (`swap_show` in `mm/swapfile.c`): what is swapped to.
///
/// @param names of the devices and files, escapes undone
public record Swaps(List<String> names) {
  public Swaps {
    names = List.copyOf(names);
  }

  public static Section<Swaps> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("swaps"), Need.OPTIONAL, Swaps::parse);
  }

  static Swaps parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    return new Swaps(text.lines(line -> MountEscape.undo(line.word())));
  }
}
