package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import org.jspecify.annotations.Nullable;

/// Reads what the node is made of once, and again when processors came or went or something could
/// not be read. Belongs to one thread.
public final class HardwareReader {
  private final KernelReader reader;
  private final Roots roots;
  private @Nullable Section<Hardware> last;
  private String online = "";

  public HardwareReader(KernelReader reader, Roots roots) {
    this.reader = reader;
    this.roots = roots;
  }

  public Section<Hardware> read() {
    String now = SysfsLine.orEmpty(reader, roots.sys("devices/system/cpu/online"));
    Section<Hardware> known = last;
    if (known != null && now.equals(online)) return known;
    online = now;
    known = Hardware.read(reader, roots);
    last = known instanceof Section.Present && known.failures().isEmpty() ? known : null;
    return known;
  }
}
