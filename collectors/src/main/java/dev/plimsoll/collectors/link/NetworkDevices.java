package dev.plimsoll.collectors.link;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsFile;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// `/sys/class/net`, for example `eth0/carrier` with `1`: the state and the settings of each
/// network device (`Documentation/ABI/testing/sysfs-class-net`). It shows the devices of the
/// network namespace that sysfs was mounted in.
///
/// @param devices in the order of their names
public record NetworkDevices(List<Device> devices) {
  public NetworkDevices {
    devices = List.copyOf(devices);
  }

  /// Files with a number.
  public enum Attribute implements SysfsFile {
    /// How the address came about: 0 fixed, 1 random, 2 from another device, 3 set.
    ADDRESS_ASSIGNED("addr_assign_type"),
    /// 1 if there is a link; not told while the device is down.
    CARRIER("carrier"),
    CARRIER_CHANGES("carrier_changes"),
    CARRIER_UPS("carrier_up_count"),
    CARRIER_DOWNS("carrier_down_count"),
    DEVICE_ID("dev_id"),
    /// 1 if it waits for something, such as authentication.
    DORMANT("dormant"),
    /// The bits `IFF_UP` and so on.
    FLAGS("flags"),
    INDEX("ifindex"),
    /// The index of the device below it; its own where there is none.
    LINK("iflink"),
    LINK_MODE("link_mode"),
    /// The largest packet, in bytes.
    MTU("mtu"),
    /// Who named it: 1 the kernel, by order, 2 the kernel, predictably, 3 a user, 4 it was renamed.
    NAME_ASSIGNED("name_assign_type"),
    GROUP("netdev_group"),
    /// Megabits per second; -1 where it does not know.
    SPEED("speed"),
    /// Packets that may wait for being sent.
    QUEUE_LENGTH("tx_queue_len"),
    /// The kind of link (`ARPHRD_*`): 1 Ethernet, 772 loopback.
    PROTOCOL("type");

    private final String file;

    Attribute(String file) {
      this.file = file;
    }

    @Override
    public String file() {
      return file;
    }
  }

  /// One of them. A text that it does not tell is empty.
  ///
  /// @param duplex `full`, `half` or `unknown`
  /// @param state `up`, `down`, `lowerlayerdown`, `dormant`, `unknown` (RFC 2863)
  /// @param alias what somebody wrote for people
  public record Device(
      String name,
      Map<Attribute, Long> numbers,
      String address,
      String broadcast,
      String duplex,
      String state,
      String alias) {
    public Device {
      numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    /// Reads what there is of a device; empty where it is none.
    static Optional<Device> read(SysfsDirectory device) {
      return device.opened(Device::readOpened);
    }

    private static Optional<Device> readOpened(SysfsDirectory device) {
      Map<Attribute, Long> numbers = SysfsFile.numbers(device, Attribute.class);
      return numbers.isEmpty() ? Optional.empty() : Optional.of(read(device, numbers));
    }

    private static Device read(SysfsDirectory device, Map<Attribute, Long> numbers) {
      return new Device(
          device.name(),
          numbers,
          device.text("address").orElse(""),
          device.text("broadcast").orElse(""),
          device.text("duplex").orElse(""),
          device.text("operstate").orElse(""),
          device.text("ifalias").orElse(""));
    }

    /// Whether neither its link nor somebody who switched it has changed its state since.
    boolean isAsBefore(SysfsDirectory device) {
      return device.opened(this::openedIsAsBefore);
    }

    private boolean openedIsAsBefore(SysfsDirectory device) {
      return isAsBefore(device, Attribute.CARRIER_CHANGES)
          && isAsBefore(device, Attribute.FLAGS)
          && device.text("operstate").orElse("").equals(state);
    }

    private boolean isAsBefore(SysfsDirectory device, Attribute attribute) {
      OptionalLong now = device.number(attribute.file());
      Long before = numbers.get(attribute);
      return before == null ? now.isEmpty() : now.isPresent() && now.getAsLong() == before;
    }
  }

  /// Reads what there is of each device.
  public static Section<NetworkDevices> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/net"))));
  }

  private static NetworkDevices walk(SysfsDirectory all) throws KernelFileException {
    List<Device> devices = new ArrayList<>();
    // The class has a file too, bonding_masters.
    for (SysfsDirectory device : all.children()) Device.read(device).ifPresent(devices::add);
    return new NetworkDevices(devices);
  }
}
