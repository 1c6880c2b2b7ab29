package dev.plimsoll.collectors;

import dev.plimsoll.collectors.kernel.ClockState;
import dev.plimsoll.collectors.net.IpVs;
import dev.plimsoll.collectors.node.NumaMemory;
import dev.plimsoll.collectors.node.PerCpuCounts;
import dev.plimsoll.collectors.node.SamePageMerging;
import dev.plimsoll.collectors.node.SeLinux;
import dev.plimsoll.collectors.storage.MdArrays;
import dev.plimsoll.collectors.storage.NfsClient;
import dev.plimsoll.collectors.storage.NfsServer;
import dev.plimsoll.collectors.storage.XfsStats;
import dev.plimsoll.collectors.storage.ZfsStats;
import dev.plimsoll.collectors.textfile.TextMetrics;
import java.util.List;

/// What is read with the node's counters though most nodes have little of it: where a subsystem is
/// not in use its reading is absent, which costs one system call.
public record SubsystemReadings(
    Reading<IpVs> ipVs,
    Reading<MdArrays> mdArrays,
    Reading<NfsClient> nfsClient,
    Reading<NfsServer> nfsServer,
    Reading<XfsStats> xfs,
    Reading<ZfsStats> zfs,
    Reading<SeLinux> seLinux,
    Reading<ClockState> clock,
    Reading<NumaMemory> numa,
    Reading<TextMetrics> textFiles,
    Reading<PerCpuCounts> interrupts,
    Reading<PerCpuCounts> softIrqs,
    Reading<SamePageMerging> samePages) {

  /// All of them, for whoever looks at readings as such.
  public List<Reading<?>> all() {
    return List.of(
        ipVs,
        mdArrays,
        nfsClient,
        nfsServer,
        xfs,
        zfs,
        seLinux,
        clock,
        numa,
        textFiles,
        interrupts,
        softIrqs,
        samePages);
  }
}
