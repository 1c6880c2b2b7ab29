package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.collectors.mount.Mount;
import java.util.List;

/// What people set of collectors.
///
/// @param cpuInfo whether `cpu` shows what each processor is
/// @param diskDevices disks of `diskstats`
/// @param devices those of collectors of devices
/// @param mountPoints mount points of `filesystem`
/// @param fsTypes types of file systems of `filesystem`
/// @param netclassDevices interfaces of `netclass`
/// @param netDevices interfaces of `netdev`
/// @param netstatFields numbers of `netstat`, by protocol and name: `Tcp_ActiveOpens`
/// @param vmstatFields numbers of `vmstat`
/// @param textFiles directories, or patterns of them, where `textfile` looks for files
public record CollectorOptions(
    boolean cpuInfo,
    NameFilter diskDevices,
    DeviceOptions devices,
    NameFilter mountPoints,
    NameFilter fsTypes,
    NameFilter netclassDevices,
    NameFilter netDevices,
    NameFilter netstatFields,
    NameFilter vmstatFields,
    List<String> textFiles) {
  public CollectorOptions {
    textFiles = List.copyOf(textFiles);
  }

  /// Whether `filesystem` shows a mount.
  public boolean wants(Mount mount) {
    return mountPoints.wants(mount.point()) && fsTypes.wants(mount.type());
  }
}
