package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.CounterReadings;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.proc.NetDev;
import dev.plimsoll.collectors.process.ProcessTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `/metrics/cadvisor`: what the kubelet's page of that name shows, by its names and labels and
/// without times, so that a scrape job for it can be pointed here. A row is a control group; what
/// could not be read has no sample.
public final class CadvisorMetrics {

  /// Families that few look at, with many series or much to read.
  public enum Costly {
    /// `container_memory_failures_total`.
    MEMORY_FAILURES,
    /// `container_tasks_state`.
    TASKS_STATE,
    /// `container_sockets`, for which a link is read for each descriptor of each process.
    SOCKETS
  }

  private static final Family ERROR =
      Family.gauge("container_scrape_error", "1 where control groups were not read, else 0.");

  /// The families of the page.
  public static final List<Family> FAMILIES =
      Stream.of(
              CadvisorCpu.FAMILIES,
              CadvisorMemory.FAMILIES,
              CadvisorHugePages.FAMILIES,
              CadvisorPressure.FAMILIES,
              CadvisorIo.FAMILIES,
              CadvisorFilesystems.FAMILIES,
              CadvisorNetwork.FAMILIES,
              CadvisorProcesses.FAMILIES,
              CadvisorSpec.FAMILIES,
              List.of(ERROR),
              CadvisorMachine.FAMILIES)
          .flatMap(List::stream)
          .toList();

  private final PodView view;
  private final Set<Costly> costly;
  private final CadvisorIo io;
  private final Optional<CadvisorProcesses> processes;
  private final Sink sink;

  private CadvisorMetrics(PodView view, Set<Costly> costly, Sink sink) {
    this.view = view;
    this.costly = costly;
    this.sink = sink;
    io = new CadvisorIo(view.node().counters().diskStats().section().present());
    Optional<ProcessTable> table = view.node().processes().section().present();
    processes = table.map(CadvisorProcesses::new);
  }

  /// Writes the page.
  ///
  /// @param costly what is written beyond the usual
  public static void write(PodView view, Set<Costly> costly, Sink sink) {
    Reading<CgroupTree> cgroups = view.node().fast().cgroups();
    Optional<CgroupTree> tree = cgroups.section().present();
    sink.sample(ERROR, tree.isPresent() ? 0 : 1);
    tree.ifPresent(
        there -> {
          CadvisorMetrics page = new CadvisorMetrics(view, costly, sink);
          CadvisorRows.of(view, there).forEach(row -> page.write(row, cgroups.at()));
        });
    CadvisorMachine.write(view.node(), sink);
  }

  /// A pod's is its sandbox's.
  private Optional<NetDev> network(CadvisorRow row) {
    CounterReadings counters = view.node().counters();
    return switch (row.kind()) {
      case ROOT -> counters.netDev().section().present();
      case SANDBOX ->
          row.group().owner() instanceof CgroupOwner.Container container
              ? counters
                  .podNetworks()
                  .section()
                  .present()
                  .flatMap(all -> all.of(container.podUid()))
              : Optional.empty();
      case SLICE, POD, CONTAINER -> Optional.empty();
    };
  }

  private void write(CadvisorRow row, Instant seen) {
    NodeSnapshot node = view.node();
    CadvisorCpu.write(row, sink);
    CadvisorMemory.write(row, costly.contains(Costly.MEMORY_FAILURES), sink);
    CadvisorHugePages.write(row, sink);
    CadvisorPressure.write(row, node.fast().pressure().section().present(), sink);
    io.write(row, sink);
    node.slow()
        .filesystems()
        .section()
        .present()
        .ifPresent(all -> CadvisorFilesystems.write(row, all, sink));
    network(row).ifPresent(net -> CadvisorNetwork.write(net, row.labels(), sink));
    processes.ifPresent(table -> table.write(row, costly, sink));
    CadvisorSpec.write(row, node.fast().memInfo().section().present(), seen, sink);
  }
}
