package dev.plimsoll.agent.nodeexporter;

import java.util.List;

/// A collector of node_exporter that Plimsoll does not have.
///
/// @param name as `--collector.<name>` has it
/// @param byDefault whether node_exporter runs it unless told otherwise
/// @param why it is left out
public record LeftOut(String name, boolean byDefault, String why) {
  private static final String SELDOM = "off in node_exporter, and asked for by hardly anybody";
  private static final String NO_NODE = "of hardware or software that Kubernetes nodes do not have";

  /// In the order of their names.
  public static final List<LeftOut> ALL =
      List.of(
          new LeftOut("bcache", true, "few nodes cache disks with bcache"),
          off("buddyinfo", SELDOM),
          off("cpu_vulnerabilities", SELDOM),
          off("drbd", NO_NODE),
          off("drm", NO_NODE),
          off("ethtool", "one call to each driver, hundreds of series for each interface"),
          off("lnstat", SELDOM),
          off("logind", "asks over D-Bus"),
          off("mountstats", "dozens of series for each mount of NFS"),
          off("network_route", SELDOM),
          off("ntp", "asks another machine; timex has what the kernel knows"),
          off("perf", "opens performance counters, which cost every process"),
          off("qdisc", SELDOM),
          off("runit", NO_NODE),
          off("slabinfo", "a series for each cache of the kernel"),
          off("supervisord", NO_NODE),
          off("sysctl", "shows whatever file it is told to"),
          off("systemd", "asks over D-Bus; /metrics has the units' processes and control groups"),
          new LeftOut("tapestats", true, NO_NODE),
          off("tcpstat", "reads every socket of the node"),
          off("wifi", NO_NODE),
          off("xfrm", SELDOM),
          off("zoneinfo", "hundreds of series of the kernel's own bookkeeping"));

  private static LeftOut off(String name, String why) {
    return new LeftOut(name, false, why);
  }
}
