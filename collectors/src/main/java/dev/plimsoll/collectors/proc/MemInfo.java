package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// `/proc/meminfo`, for example `MemTotal: 24684092 kB` (`fs/proc/meminfo.c`). Which lines there
/// are depends on the kernel's version and options, so all are kept by their names.
///
/// @param sizes lines with a unit, in bytes, in the kernel's order
/// @param counts lines without one: huge pages
public record MemInfo(SequencedMap<String, Long> sizes, SequencedMap<String, Long> counts) {
  private static final long KIB = 1024;

  public MemInfo {
    sizes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sizes));
    counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
  }

  /// Reads the file.
  public static Section<MemInfo> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("meminfo"), Need.REQUIRED, MemInfo::parse);
  }

  static MemInfo parse(KernelText text) throws MalformedSourceException {
    SequencedMap<String, Long> sizes = new LinkedHashMap<>();
    SequencedMap<String, Long> counts = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        line(text, sizes, counts);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    if (!sizes.containsKey("MemTotal")) throw text.malformed("no line MemTotal");
    return new MemInfo(sizes, counts);
  }

  private static void line(KernelText line, Map<String, Long> sizes, Map<String, Long> counts)
      throws MalformedSourceException {
    String name = line.until(':');
    long value = line.unsigned();
    if (!line.hasField()) counts.put(name, value);
    else if (!line.take("kB")) throw line.malformed("a unit that is not kB");
    else if (value > Long.MAX_VALUE / KIB) throw line.malformed("too large");
    else sizes.put(name, value * KIB);
  }

  /// Memory that the kernel manages, in bytes: what is built in, less what the firmware and the
  /// kernel's own image hold.
  public long total() {
    return sizes.getOrDefault("MemTotal", 0L);
  }

  /// A line with a unit, in bytes; empty where this kernel does not have it.
  public OptionalLong size(String name) {
    Long bytes = sizes.get(name);
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  /// Memory that nobody uses, in bytes.
  public OptionalLong free() {
    return size("MemFree");
  }

  /// The kernel's estimate of what programs could still be given without swapping, in bytes.
  public OptionalLong available() {
    return size("MemAvailable");
  }
}
