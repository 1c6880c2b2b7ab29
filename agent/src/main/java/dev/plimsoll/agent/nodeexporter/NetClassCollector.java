package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.link.NetworkDevices;
import dev.plimsoll.collectors.link.NetworkDevices.Attribute;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `netclass`: the state and the settings of network devices.
final class NetClassCollector implements NodeCollector {
  private static final long MEGABIT = 1_000_000 / 8;

  private static final Family UP =
      Family.gauge(
          "node_network_up",
          "1 if the device is up and has a link (/sys/class/net/*/operstate).",
          "device");
  private static final Family INFO =
      Family.info(
          "node_network_info",
          "What a network device tells in words (/sys/class/net).",
          "device",
          "address",
          "broadcast",
          "duplex",
          "operstate",
          "adminstate",
          "ifalias");
  private static final EnumFamilies<Attribute> NUMBERS =
      EnumFamilies.of(Attribute.class, NetClassCollector::family);

  private final NameFilter devices;
  private final boolean unknownSpeed;

  NetClassCollector(CollectorOptions options) {
    this.devices = options.netclassDevices();
    this.unknownSpeed = options.devices().unknownSpeed();
  }

  private static Family family(Attribute attribute) {
    String name = "node_network_" + name(attribute);
    String help = meaning(attribute) + " (/sys/class/net/*/" + attribute.file() + ").";
    return isCounter(attribute)
        ? Family.counter(name, help, "device")
        : Family.gauge(name, help, "device");
  }

  private static boolean isCounter(Attribute attribute) {
    return switch (attribute) {
      case CARRIER_CHANGES, CARRIER_UPS, CARRIER_DOWNS -> true;
      case ADDRESS_ASSIGNED, CARRIER, DEVICE_ID, DORMANT, FLAGS, INDEX, LINK, LINK_MODE -> false;
      case MTU, NAME_ASSIGNED, GROUP, SPEED, QUEUE_LENGTH, PROTOCOL -> false;
    };
  }

  private static String name(Attribute attribute) {
    return switch (attribute) {
      case ADDRESS_ASSIGNED -> "address_assign_type";
      case CARRIER -> "carrier";
      case CARRIER_CHANGES -> "carrier_changes_total";
      case CARRIER_UPS -> "carrier_up_changes_total";
      case CARRIER_DOWNS -> "carrier_down_changes_total";
      case DEVICE_ID -> "device_id";
      case DORMANT -> "dormant";
      case FLAGS -> "flags";
      case INDEX -> "iface_id";
      case LINK -> "iface_link";
      case LINK_MODE -> "iface_link_mode";
      case MTU -> "mtu_bytes";
      case NAME_ASSIGNED -> "name_assign_type";
      case GROUP -> "net_dev_group";
      case SPEED -> "speed_bytes";
      case QUEUE_LENGTH -> "transmit_queue_length";
      case PROTOCOL -> "protocol_type";
    };
  }

  private static String meaning(Attribute attribute) {
    return switch (attribute) {
      case ADDRESS_ASSIGNED -> "How the address came about: 0 fixed, 1 random, 2 copied, 3 set";
      case CARRIER -> "1 if there is a link";
      case CARRIER_CHANGES -> "Times that the link came or went";
      case CARRIER_UPS -> "Times that the link came";
      case CARRIER_DOWNS -> "Times that the link went";
      case DEVICE_ID -> "Number among devices that share an address";
      case DORMANT -> "1 if the device waits for something, such as authentication";
      case FLAGS -> "The device's flags as a bit mask";
      case INDEX -> "The device's index";
      case LINK -> "Index of the device below it, or its own";
      case LINK_MODE -> "0 by default, 1 if somebody decides when the link is usable";
      case MTU -> "The largest packet in bytes";
      case NAME_ASSIGNED -> "Who named it: 1 and 2 the kernel, 3 a user, 4 renamed";
      case GROUP -> "The group that the device was put in";
      case SPEED -> "Speed of the link in bytes per second; negative where it is not known";
      case QUEUE_LENGTH -> "Packets that may wait for being sent";
      case PROTOCOL -> "Kind of link: 1 Ethernet, 772 loopback";
    };
  }

  @Override
  public Source source() {
    return Source.NETCLASS;
  }

  @Override
  public List<Family> families() {
    return NUMBERS.and(UP, INFO);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().networkDevices());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().networkDevices()).ifPresent(all -> write(all, sink));
  }

  private void write(NetworkDevices all, Sink sink) {
    for (NetworkDevices.Device device : all.devices()) {
      if (devices.wants(device.name())) write(device, sink);
    }
  }

  private void write(NetworkDevices.Device device, Sink sink) {
    Labels name = Labels.of("device", device.name());
    sink.sample(UP, name, device.state().equals("up") ? 1 : 0);
    sink.sample(INFO, name.merge(words(device)), 1);
    device
        .numbers()
        .forEach(
            (attribute, value) -> {
              boolean speed = attribute == Attribute.SPEED;
              if (speed && value < 0 && !unknownSpeed) return;
              sink.sample(NUMBERS.of(attribute), name, speed ? value * MEGABIT : value);
            });
  }

  private static Labels words(NetworkDevices.Device device) {
    return Labels.of(
        "address", device.address(),
        "broadcast", device.broadcast(),
        "duplex", device.duplex(),
        "operstate", device.state(),
        "adminstate", adminState(device),
        "ifalias", device.alias());
  }

  /// The lowest bit of the flags is `IFF_UP`.
  private static String adminState(NetworkDevices.Device device) {
    Long flags = device.numbers().get(Attribute.FLAGS);
    if (flags == null) return "unknown";
    return (flags & 1) == 1 ? "up" : "down";
  }
}
