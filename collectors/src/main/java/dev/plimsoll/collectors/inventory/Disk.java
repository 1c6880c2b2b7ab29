package dev.plimsoll.collectors.inventory;

/// A disk, as it names itself.
///
/// @param device `sda`, `nvme0n1`
/// @param model empty where it has none, as paravirtual disks do
/// @param serial the same
/// @param sizeBytes 0 for a drive without a medium
public record Disk(String device, String model, String serial, long sizeBytes) {}
