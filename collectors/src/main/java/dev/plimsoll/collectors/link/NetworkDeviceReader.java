package dev.plimsoll.collectors.link;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.link.NetworkDevices.Device;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads network devices, of which a node has one or more for each pod, pass after pass: all files
/// of each when that is asked for, and in between only those that show whether the link came or
/// went, with the others of a device where it did. One thread reads at a time.
public final class NetworkDeviceReader {
  private final Roots roots;
  private final AtomicBoolean whole = new AtomicBoolean(true);
  private Section<NetworkDevices> last = new Section.Absent<>("not read yet");

  public NetworkDeviceReader(Roots roots) {
    this.roots = roots;
  }

  /// Has all files read the next time. May be called by any thread.
  public void readWholeNext() {
    whole.set(true);
  }

  /// The devices as they are now, but for settings that changed since they were last read whole.
  public Section<NetworkDevices> read(KernelReader reader) {
    last = whole.getAndSet(false) ? NetworkDevices.read(reader, roots) : readAgain(reader);
    return last;
  }

  private Section<NetworkDevices> readAgain(KernelReader reader) {
    List<Device> before = last.present().map(NetworkDevices::devices).orElse(List.of());
    Map<String, Device> known =
        before.stream().collect(Collectors.toMap(Device::name, Function.identity()));
    return withFlaws(
        SysfsTree.section(reader, tree -> changed(tree.directory(roots.sys("class/net")), known)));
  }

  private static NetworkDevices changed(SysfsDirectory all, Map<String, Device> known)
      throws KernelFileException {
    List<Device> devices = new ArrayList<>();
    for (SysfsDirectory device : all.children()) {
      Device before = known.get(device.name());
      if (before != null && before.isAsBefore(device)) devices.add(before);
      else Device.read(device).ifPresent(devices::add);
    }
    return new NetworkDevices(devices);
  }

  /// What could not be read of a device stays unread until it is read again.
  private Section<NetworkDevices> withFlaws(Section<NetworkDevices> now) {
    if (!(now instanceof Section.Present<NetworkDevices> present)) return now;
    if (!(last instanceof Section.Present<NetworkDevices> before)) return now;
    Stream<SourceFailure> flaws = Stream.concat(before.flaws().stream(), present.flaws().stream());
    return new Section.Present<>(present.value(), flaws.distinct().toList());
  }
}
