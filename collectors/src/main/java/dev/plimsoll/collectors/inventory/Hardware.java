package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Optional;

/// What does not change while the node runs; read once.
///
/// @param topology empty where sysfs does not tell
public record Hardware(CpuInfo cpu, Optional<CpuTopology> topology, Virtualization virtualization) {

  public static Section<Hardware> read(KernelReader reader, Roots roots) {
    return CpuInfo.read(reader, roots).map(cpu -> of(cpu, reader, roots));
  }

  private static Hardware of(CpuInfo cpu, KernelReader reader, Roots roots) {
    boolean tells = cpu.models().stream().anyMatch(model -> !model.name().isEmpty());
    Optional<Boolean> virtual = tells ? Optional.of(cpu.virtual()) : Optional.empty();
    return new Hardware(
        cpu,
        CpuTopology.read(reader, roots).present(),
        Virtualization.read(reader, roots, virtual));
  }
}
