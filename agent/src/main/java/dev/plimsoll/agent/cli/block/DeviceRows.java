package dev.plimsoll.agent.cli.block;

import dev.plimsoll.agent.cli.Needed;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.device.BlockDevice;
import dev.plimsoll.collectors.device.DeviceTable;
import dev.plimsoll.collectors.device.Swaps;
import dev.plimsoll.collectors.device.UdevData;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.FilesystemReader;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import dev.plimsoll.collectors.mount.Mount;
import dev.plimsoll.collectors.mount.MountFilter;
import dev.plimsoll.collectors.mount.Patience;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the rows of `lsblk` from the node.
public final class DeviceRows {
  private final KernelReader reader = new KernelReader();
  private final Roots roots;
  private final boolean sizes;

  /// @param sizes whether file systems are asked how full they are
  public DeviceRows(Roots roots, boolean sizes) {
    this.roots = roots;
    this.sizes = sizes;
  }

  /// Every device, by number.
  public List<DeviceRow> all() throws IOException {
    List<BlockDevice> devices = Needed.of(DeviceTable.read(reader, roots)).all();
    List<Mount> mounts = FilesystemReader.mounts(reader, roots).present().orElse(List.of());
    List<String> swaps = Swaps.read(reader, roots).present().map(Swaps::names).orElse(List.of());
    Map<BlockDevice, List<Mount>> where = new HashMap<>();
    for (BlockDevice device : devices) where.put(device, of(device, mounts));
    Map<Long, StatVfs> known = sizes ? sizes(where) : Map.of();
    List<DeviceRow> rows = new ArrayList<>();
    for (BlockDevice device : devices) {
      List<Mount> own = where.getOrDefault(device, List.of());
      Optional<StatVfs> size =
          DeviceRow.main(own).flatMap(mount -> Optional.ofNullable(known.get(mount.id())));
      UdevData udev = UdevData.of(reader, roots, device);
      rows.add(new DeviceRow(device, udev, own, isSwap(device, swaps), size));
    }
    return rows;
  }

  /// File systems of many devices have a number that is none of theirs, and name one as source.
  private static List<Mount> of(BlockDevice device, List<Mount> mounts) {
    return mounts.reversed().stream()
        .filter(
            mount ->
                (mount.major() == device.major() && mount.minor() == device.minor())
                    || (mount.major() == 0 && isNode(device, mount.source())))
        .toList();
  }

  private static boolean isNode(BlockDevice device, String path) {
    return path.equals(device.path()) || path.equals("/dev/" + device.kernelName());
  }

  private static boolean isSwap(BlockDevice device, List<String> swaps) {
    return swaps.stream().anyMatch(swap -> isNode(device, swap));
  }

  private Map<Long, StatVfs> sizes(Map<BlockDevice, List<Mount>> where) {
    Set<Long> wanted =
        where.values().stream()
            .flatMap(mounts -> DeviceRow.main(mounts).stream())
            .map(Mount::id)
            .collect(Collectors.toSet());
    MountFilter filter = MountFilter.everything().and(mount -> wanted.contains(mount.id()));
    Map<Long, StatVfs> sizes = new HashMap<>();
    new FilesystemReader(new KernelSizeCall(), filter, Patience.once())
        .read(reader, roots).present().stream()
            .flatMap(read -> read.all().stream())
            .forEach(
                one -> one.size().present().ifPresent(size -> sizes.put(one.mount().id(), size)));
    return sizes;
  }
}
