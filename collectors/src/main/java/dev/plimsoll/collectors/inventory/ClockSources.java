package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.List;

/// `/sys/devices/system/clocksource/clocksource0`: what the kernel can read the time from, for
/// example `tsc kvm-clock`, and what it does read it from, `tsc`
/// (`Documentation/ABI/testing/sysfs-devices-system-clocksource` of the kernel). There is never
/// more than this one directory (`kernel/time/clocksource.c`).
///
/// @param available the best one first
public record ClockSources(List<String> available, String current) {
  public ClockSources {
    available = List.copyOf(available);
  }

  /// Reads both files.
  public static Section<ClockSources> read(KernelReader reader, Roots roots) {
    Section<List<String>> available = words(reader, roots, "available_clocksource");
    Section<List<String>> current = words(reader, roots, "current_clocksource");
    if (available.present().isEmpty()) return available.map(_ -> new ClockSources(List.of(), ""));
    return current.map(used -> new ClockSources(available.present().get(), used.getFirst()));
  }

  private static Section<List<String>> words(KernelReader reader, Roots roots, String file) {
    String path = roots.sys("devices/system/clocksource/clocksource0/" + file);
    return reader.section(path, Need.OPTIONAL, ClockSources::parse);
  }

  static List<String> parse(KernelText text) throws MalformedSourceException {
    List<String> words = new ArrayList<>();
    text.firstLine();
    do words.add(text.word());
    while (text.hasField());
    return words;
  }
}
