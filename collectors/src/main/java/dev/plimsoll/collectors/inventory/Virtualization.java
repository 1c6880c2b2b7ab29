package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What kind of machine the node is, from what its firmware says of itself (`/sys/class/dmi/id/*`,
/// `Documentation/ABI/testing/sysfs-firmware-dmi-tables`), the clocks its kernel found,
/// `/sys/hypervisor/type`, and its processors.
///
/// OSHI knows none on machines without DMI tables, such as Firecracker's, and runs seven programs
/// to find that out.
///
/// @param kind in the words of `systemd-detect-virt`: `kvm`, `amazon`, `vmware`, `none`, and
///   `vm-other` for a virtual machine of an unknown kind
/// @param vendor of the machine; empty where the firmware does not say
/// @param product the same
public record Virtualization(String kind, String vendor, String product) {

  /// @param virtual whether the processors say that they belong to a virtual machine; empty where
  ///   they cannot
  public static Virtualization read(KernelReader reader, Roots roots, Optional<Boolean> virtual) {
    String vendor = SysfsLine.orEmpty(reader, roots.sys("class/dmi/id/sys_vendor"));
    String product = SysfsLine.orEmpty(reader, roots.sys("class/dmi/id/product_name"));
    String bios = SysfsLine.orEmpty(reader, roots.sys("class/dmi/id/bios_vendor"));
    String xen = SysfsLine.orEmpty(reader, roots.sys("hypervisor/type"));
    String clocks = SysfsLine.orEmpty(reader, roots.sys(CLOCKS));
    return new Virtualization(
        kind(virtual, xen, Stream.of(product, vendor, bios).toList(), clocks), vendor, product);
  }

  private static final String CLOCKS =
      "devices/system/clocksource/clocksource0/available_clocksource";

  static String kind(Optional<Boolean> virtual, String xen, List<String> firmware, String clocks) {
    if (!xen.isEmpty()) return xen;
    if (virtual.isPresent() && !virtual.get()) return "none";
    return firmware.stream()
        .flatMap(words -> byFirmware(words).stream())
        .findFirst()
        .or(() -> byClocks(clocks))
        .orElse(virtual.isPresent() ? "vm-other" : "none");
  }

  private static Optional<String> byFirmware(String words) {
    Map<String, String> beginnings = beginnings();
    return beginnings.keySet().stream().filter(words::startsWith).findFirst().map(beginnings::get);
  }

  private static Map<String, String> beginnings() {
    Map<String, String> beginnings = new LinkedHashMap<>();
    beginnings.put("KVM", "kvm");
    beginnings.put("OpenStack", "kvm");
    beginnings.put("KubeVirt", "kvm");
    beginnings.put("Amazon EC2", "amazon");
    beginnings.put("QEMU", "qemu");
    beginnings.put("VMware", "vmware");
    beginnings.put("VMW", "vmware");
    beginnings.put("innotek GmbH", "oracle");
    beginnings.put("VirtualBox", "oracle");
    beginnings.put("Xen", "xen");
    beginnings.put("Bochs", "bochs");
    beginnings.put("Parallels", "parallels");
    beginnings.put("BHYVE", "bhyve");
    beginnings.put("Microsoft Corporation", "microsoft");
    beginnings.put("Apple Virtualization", "apple");
    beginnings.put("Google Compute Engine", "google");
    return beginnings;
  }

  private static Optional<String> byClocks(String clocks) {
    if (clocks.contains("kvm-clock")) return Optional.of("kvm");
    if (clocks.contains("hyperv")) return Optional.of("microsoft");
    return clocks.contains("xen") ? Optional.of("xen") : Optional.empty();
  }
}
