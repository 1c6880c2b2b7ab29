package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What does not change while the node runs; read once.
///
/// @param topology empty where sysfs does not tell
public record Hardware(
    CpuInfo cpu, Optional<CpuTopology> topology, Virtualization virtualization, MachineIds ids) {

  public static Section<Hardware> read(KernelReader reader, Roots roots) {
    Section<CpuTopology> topology = CpuTopology.read(reader, roots);
    Section<Hardware> read =
        CpuInfo.read(reader, roots).map(cpu -> of(cpu, topology.present(), reader, roots));
    if (!(read instanceof Section.Present<Hardware>(Hardware value, List<SourceFailure> flaws))) {
      return read;
    }
    return new Section.Present<>(
        value, Stream.concat(flaws.stream(), topology.failures().stream()).toList());
  }

  private static Hardware of(
      CpuInfo cpu, Optional<CpuTopology> topology, KernelReader reader, Roots roots) {
    boolean tells = cpu.models().stream().anyMatch(model -> !model.name().isEmpty());
    Optional<Boolean> virtual = tells ? Optional.of(cpu.virtual()) : Optional.empty();
    return new Hardware(
        cpu, topology, Virtualization.read(reader, roots, virtual), MachineIds.read(reader, roots));
  }
}
