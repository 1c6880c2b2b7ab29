package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `/proc/pressure`: the pressure stall information of the whole node. A resource is empty where
/// the kernel does not offer it, or where its file could not be read and a flaw tells why.
///
/// @param irq interrupts: Linux 6.1 and later, where the kernel accounts for their time
public record NodePressure(
    Optional<Pressure> cpu,
    Optional<Pressure> memory,
    Optional<Pressure> io,
    Optional<Pressure> irq) {

  /// Reads the four files. Absent where there is none of them.
  public static Section<NodePressure> read(KernelReader reader, Roots roots) {
    return join(
        Pressure.read(reader, roots.proc("pressure/cpu")),
        Pressure.read(reader, roots.proc("pressure/memory")),
        Pressure.read(reader, roots.proc("pressure/io")),
        Pressure.read(reader, roots.proc("pressure/irq")));
  }

  private static Section<NodePressure> join(
      Section<Pressure> cpu,
      Section<Pressure> memory,
      Section<Pressure> io,
      Section<Pressure> irq) {
    NodePressure all =
        new NodePressure(cpu.present(), memory.present(), io.present(), irq.present());
    List<SourceFailure> flaws =
        Stream.of(cpu, memory, io, irq).flatMap(part -> part.failures().stream()).toList();
    if (!all.isEmpty()) return new Section.Present<>(all, flaws);
    return flaws.isEmpty() ? cpu.map(_ -> all) : new Section.Failed<>(flaws.getFirst());
  }

  private boolean isEmpty() {
    return cpu.isEmpty() && memory.isEmpty() && io.isEmpty() && irq.isEmpty();
  }
}
