package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.util.Optional;

/// What tells this machine from all others. A part is empty where nothing tells it.
///
/// @param machineId of the installed system: `/etc/machine-id`, 32 hex digits
/// @param systemUuid of the hardware or the virtual machine: `/sys/class/dmi/id/product_uuid`,
///   which takes root to read; where there is none, the machine's id, as the kubelet has it
public record MachineIds(Optional<String> machineId, Optional<String> systemUuid) {

  static MachineIds read(KernelReader reader, Roots roots) {
    Optional<String> machine = line(reader, roots.root("etc/machine-id"));
    Optional<String> system = line(reader, roots.sys("class/dmi/id/product_uuid"));
    return new MachineIds(machine, system.or(() -> machine));
  }

  private static Optional<String> line(KernelReader reader, String path) {
    return Optional.of(SysfsLine.orEmpty(reader, path)).filter(text -> !text.isEmpty());
  }
}
