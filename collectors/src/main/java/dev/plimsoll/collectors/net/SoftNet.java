package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// `/proc/1/net/softnet_stat`: what each CPU did with packets that came in, a line of hexadecimal
/// 32-bit counters each, which wrap, for example `00003aa6 00000000 00000000 …`
/// (`net/core/net-procfs.c`). The file is of the whole system.
///
/// @param cpus that are online, in the order of their numbers
public record SoftNet(List<Cpu> cpus) {

  /// One CPU.
  ///
  /// @param number of the CPU; before Linux 5.10 the kernel does not say it, and it is the line's
  /// @param processed packets
  /// @param dropped packets that found the backlog full
  /// @param squeezed times that work was left over when its time was up
  /// @param collisions of CPUs that sent; always 0 since Linux 4.7
  /// @param receivedRps times that another CPU passed packets on to this one
  /// @param flowLimit packets dropped for the sake of other flows
  /// @param backlog packets that wait now; Linux 5.10 and later
  public record Cpu(
      long number,
      long processed,
      long dropped,
      long squeezed,
      long collisions,
      OptionalLong receivedRps,
      OptionalLong flowLimit,
      OptionalLong backlog) {}

  private static final int NO_LONGER_USED = 5;

  public SoftNet {
    cpus = List.copyOf(cpus);
  }

  /// Reads the file.
  public static Section<SoftNet> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/softnet_stat"), Need.REQUIRED, SoftNet::parse);
  }

  static SoftNet parse(KernelText text) {
    List<Cpu> cpus = new ArrayList<>();
    for (long line = 0; text.nextLine(); line++) {
      try {
        cpus.add(cpu(line, text));
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return new SoftNet(cpus);
  }

  private static Cpu cpu(long index, KernelText line) throws MalformedSourceException {
    long processed = line.hexadecimal();
    long dropped = line.hexadecimal();
    long squeezed = line.hexadecimal();
    line.skipFields(NO_LONGER_USED);
    long collisions = line.hexadecimal();
    OptionalLong receivedRps = optional(line);
    OptionalLong flowLimit = optional(line);
    OptionalLong backlog = optional(line);
    long number = optional(line).orElse(index);
    return new Cpu(
        number, processed, dropped, squeezed, collisions, receivedRps, flowLimit, backlog);
  }

  private static OptionalLong optional(KernelText line) throws MalformedSourceException {
    return line.hasField() ? OptionalLong.of(line.hexadecimal()) : OptionalLong.empty();
  }
}
