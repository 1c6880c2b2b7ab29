package dev.plimsoll.collectors.link;

/// What an InfiniBand port counts (`Documentation/ABI/stable/sysfs-class-infiniband`). Kernels
/// before 4.5 keep their 64-bit counters in `counters_ext`.
public enum InfinibandCounter {
  LEGACY_MULTICAST_RECEIVED("counters_ext/port_multicast_rcv_packets"),
  LEGACY_MULTICAST_SENT("counters_ext/port_multicast_xmit_packets"),
  LEGACY_DATA_RECEIVED("counters_ext/port_rcv_data_64", 4),
  LEGACY_PACKETS_RECEIVED("counters_ext/port_rcv_packets_64"),
  LEGACY_UNICAST_RECEIVED("counters_ext/port_unicast_rcv_packets"),
  LEGACY_UNICAST_SENT("counters_ext/port_unicast_xmit_packets"),
  LEGACY_DATA_SENT("counters_ext/port_xmit_data_64", 4),
  LEGACY_PACKETS_SENT("counters_ext/port_xmit_packets_64"),
  EXCESSIVE_BUFFER_OVERRUN_ERRORS("counters/excessive_buffer_overrun_errors"),
  LINK_DOWNED("counters/link_downed"),
  LINK_ERROR_RECOVERY("counters/link_error_recovery"),
  LOCAL_LINK_INTEGRITY_ERRORS("counters/local_link_integrity_errors"),
  MULTICAST_RECEIVED("counters/multicast_rcv_packets"),
  MULTICAST_SENT("counters/multicast_xmit_packets"),
  CONSTRAINT_ERRORS_RECEIVED("counters/port_rcv_constraint_errors"),
  CONSTRAINT_ERRORS_SENT("counters/port_xmit_constraint_errors"),
  DATA_RECEIVED("counters/port_rcv_data", 4),
  DATA_SENT("counters/port_xmit_data", 4),
  DISCARDS_RECEIVED("counters/port_rcv_discards"),
  DISCARDS_SENT("counters/port_xmit_discards"),
  ERRORS_RECEIVED("counters/port_rcv_errors"),
  PACKETS_RECEIVED("counters/port_rcv_packets"),
  PACKETS_SENT("counters/port_xmit_packets"),
  REMOTE_PHYSICAL_ERRORS_RECEIVED("counters/port_rcv_remote_physical_errors"),
  SWITCH_RELAY_ERRORS_RECEIVED("counters/port_rcv_switch_relay_errors"),
  SEND_WAIT("counters/port_xmit_wait"),
  SYMBOL_ERROR("counters/symbol_error"),
  UNICAST_RECEIVED("counters/unicast_rcv_packets"),
  UNICAST_SENT("counters/unicast_xmit_packets"),
  VL15_DROPPED("counters/VL15_dropped");

  private final String file;
  private final int scale;

  InfinibandCounter(String file) {
    this(file, 1);
  }

  InfinibandCounter(String file, int scale) {
    this.file = file;
    this.scale = scale;
  }

  /// Below the directory of the port.
  public String file() {
    return file;
  }

  /// By what the kernel's number is multiplied: it counts data in words of four bytes.
  int scale() {
    return scale;
  }
}
