package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.link.Infiniband;
import dev.plimsoll.collectors.link.InfinibandCounter;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `infiniband`: ports of InfiniBand adapters.
final class InfinibandCollector implements NodeCollector {
  private static final Family INFO =
      Family.info(
          "node_infiniband_info",
          "An InfiniBand adapter, as it describes itself (/sys/class/infiniband).",
          "device",
          "board_id",
          "firmware_version",
          "hca_type");
  private static final Family STATE =
      Family.gauge(
          "node_infiniband_state_id",
          "State of the port: 1 down, 2 init, 3 armed, 4 active"
              + " (/sys/class/infiniband/*/ports/*/state).",
          "device",
          "port");
  private static final Family PHYSICAL_STATE =
      Family.gauge(
          "node_infiniband_physical_state_id",
          "State of the port's plug: 2 polling, 3 disabled, 5 link up"
              + " (/sys/class/infiniband/*/ports/*/phys_state).",
          "device",
          "port");
  private static final Family RATE =
      Family.gauge(
          "node_infiniband_rate_bytes_per_second",
          "Bytes that the port can carry in a second (/sys/class/infiniband/*/ports/*/rate).",
          "device",
          "port");
  private static final EnumFamilies<InfinibandCounter> COUNTERS =
      EnumFamilies.of(InfinibandCounter.class, InfinibandCollector::family);

  private static Family family(InfinibandCounter counter) {
    return Family.counter(
        "node_infiniband_" + name(counter) + "_total",
        "What the port counted, data in bytes (/sys/class/infiniband/*/ports/*/"
            + counter.file()
            + ").",
        "device",
        "port");
  }

  private static String name(InfinibandCounter counter) {
    return switch (counter) {
      case LEGACY_MULTICAST_RECEIVED -> "legacy_multicast_packets_received";
      case LEGACY_MULTICAST_SENT -> "legacy_multicast_packets_transmitted";
      case LEGACY_DATA_RECEIVED -> "legacy_data_received_bytes";
      case LEGACY_PACKETS_RECEIVED -> "legacy_packets_received";
      case LEGACY_UNICAST_RECEIVED -> "legacy_unicast_packets_received";
      case LEGACY_UNICAST_SENT -> "legacy_unicast_packets_transmitted";
      case LEGACY_DATA_SENT -> "legacy_data_transmitted_bytes";
      case LEGACY_PACKETS_SENT -> "legacy_packets_transmitted";
      case EXCESSIVE_BUFFER_OVERRUN_ERRORS -> "excessive_buffer_overrun_errors";
      case LINK_DOWNED -> "link_downed";
      case LINK_ERROR_RECOVERY -> "link_error_recovery";
      case LOCAL_LINK_INTEGRITY_ERRORS -> "local_link_integrity_errors";
      case MULTICAST_RECEIVED -> "multicast_packets_received";
      case MULTICAST_SENT -> "multicast_packets_transmitted";
      case CONSTRAINT_ERRORS_RECEIVED -> "port_constraint_errors_received";
      case CONSTRAINT_ERRORS_SENT -> "port_constraint_errors_transmitted";
      case DATA_RECEIVED -> "port_data_received_bytes";
      case DATA_SENT -> "port_data_transmitted_bytes";
      case DISCARDS_RECEIVED -> "port_discards_received";
      case DISCARDS_SENT -> "port_discards_transmitted";
      case ERRORS_RECEIVED -> "port_errors_received";
      case PACKETS_RECEIVED -> "port_packets_received";
      case PACKETS_SENT -> "port_packets_transmitted";
      case REMOTE_PHYSICAL_ERRORS_RECEIVED -> "port_receive_remote_physical_errors";
      case SWITCH_RELAY_ERRORS_RECEIVED -> "port_receive_switch_relay_errors";
      case SEND_WAIT -> "port_transmit_wait";
      case SYMBOL_ERROR -> "symbol_error";
      case UNICAST_RECEIVED -> "unicast_packets_received";
      case UNICAST_SENT -> "unicast_packets_transmitted";
      case VL15_DROPPED -> "vl15_dropped";
    };
  }

  @Override
  public Source source() {
    return Source.INFINIBAND;
  }

  @Override
  public List<Family> families() {
    return COUNTERS.and(INFO, STATE, PHYSICAL_STATE, RATE);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().infiniband());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().infiniband())
        .ifPresent(all -> all.devices().forEach(device -> write(device, sink)));
  }

  private static void write(Infiniband.Device device, Sink sink) {
    Labels name = Labels.of("device", device.name());
    Labels words =
        Labels.of(
            "board_id", device.board(),
            "firmware_version", device.firmware(),
            "hca_type", device.type());
    sink.sample(INFO, name.merge(words), 1);
    for (Infiniband.Port port : device.ports()) {
      write(port, name.add("port", Integer.toString(port.number())), sink);
    }
  }

  private static void write(Infiniband.Port port, Labels labels, Sink sink) {
    port.state().ifPresent(state -> sink.sample(STATE, labels, state));
    port.physicalState().ifPresent(state -> sink.sample(PHYSICAL_STATE, labels, state));
    port.bytesPerSecond().ifPresent(rate -> sink.sample(RATE, labels, rate));
    port.counters()
        .forEach((counter, value) -> sink.sample(COUNTERS.of(counter), labels, (double) value));
  }
}
