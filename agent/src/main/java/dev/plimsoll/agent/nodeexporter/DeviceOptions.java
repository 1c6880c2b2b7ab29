package dev.plimsoll.agent.nodeexporter;

/// What people set of collectors of devices.
///
/// @param chips chips of `hwmon`
/// @param powerSupplies those of `powersupplyclass`
/// @param interrupts those of `interrupts`: `16;IO-APIC;ehci_hcd:usb1`
/// @param interruptsThatNeverWere whether `interrupts` shows zeros
/// @param unknownSpeed whether `netclass` shows a speed that the device does not know
/// @param raplZones whether `rapl` names a part of the processor in a label, not in the family
public record DeviceOptions(
    NameFilter chips,
    NameFilter powerSupplies,
    NameFilter interrupts,
    boolean interruptsThatNeverWere,
    boolean unknownSpeed,
    boolean raplZones) {}
