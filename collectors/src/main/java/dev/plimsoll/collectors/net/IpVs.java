package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import java.util.List;
import java.util.Optional;

/// `/proc/1/net/{ip_vs_stats,ip_vs}`: the balancer of the host's network, which kube-proxy may use
/// for services (`net/netfilter/ipvs/ip_vs_ctl.c`).
///
/// @param backends in the kernel's order
public record IpVs(IpVsTotals totals, List<IpVsBackend> backends) {
  public IpVs {
    backends = List.copyOf(backends);
  }

  /// Reads both files. Absent where the kernel does not balance.
  public static Section<IpVs> read(KernelReader reader, Roots roots) {
    Section<IpVsTotals> totals =
        reader.section(roots.proc("1/net/ip_vs_stats"), Need.OPTIONAL, IpVsTotals::parse);
    Gathering gathering = new Gathering();
    Optional<IpVsTotals> found = gathering.add(totals);
    if (found.isEmpty()) return totals.map(none -> new IpVs(none, List.of()));
    Section<List<IpVsBackend>> backends =
        reader.section(roots.proc("1/net/ip_vs"), Need.REQUIRED, IpVsTable::parse);
    return gathering.section(new IpVs(found.get(), gathering.add(backends).orElse(List.of())));
  }
}
