package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The collectors of `/metrics/node`, and what is told of each of them.
public final class NodeCollectors {
  private static final Family DURATION =
      Family.gauge(
          "node_scrape_collector_duration_seconds",
          "Seconds that reading the collector's sources took the last time (own clock).",
          "collector");
  private static final Family SUCCESS =
      Family.gauge(
          "node_scrape_collector_success",
          "1 where the collector's sources were read, 0 where one failed or is not offered here"
              + " (own count).",
          "collector");

  private final List<NodeCollector> collectors;
  private final Map<Source, Labels> labels = new EnumMap<>(Source.class);

  private NodeCollectors(List<NodeCollector> collectors) {
    this.collectors = List.copyOf(collectors);
    for (NodeCollector each : collectors)
      labels.put(each.source(), Labels.of("collector", name(each)));
  }

  /// All of them, in the order of their names.
  public static NodeCollectors all(CollectorOptions options, Clock clock) {
    List<NodeCollector> all =
        new ArrayList<>(
            List.of(
                new ArpCollector(),
                new BondingCollector(),
                new BtrfsCollector(),
                new ConntrackCollector(),
                new CpuCollector(options.cpuInfo()),
                new CpuFreqCollector(),
                new DiskStatsCollector(options.diskDevices()),
                new DmiCollector(),
                new EdacCollector(),
                new EntropyCollector(),
                new FibreChannelCollector(),
                new FileFdCollector(),
                new FilesystemCollector(options),
                new HwmonCollector(options.devices().chips()),
                new InfinibandCollector(),
                new InterruptsCollector(options.devices()),
                new IpVsCollector(),
                new KsmdCollector(),
                new LoadAvgCollector(),
                new MdadmCollector(),
                new MemInfoCollector(),
                new MemInfoNumaCollector(),
                new NetClassCollector(options),
                new NetDevCollector(options.netDevices()),
                new NetstatCollector(options.netstatFields()),
                new NfsCollector(),
                new NfsdCollector(),
                new NvmeCollector(),
                new OsCollector(),
                new PowerSupplyCollector(options.devices().powerSupplies()),
                new PressureCollector(),
                new ProcessesCollector(),
                new RaplCollector(options.devices().raplZones()),
                new SchedStatCollector(),
                new SeLinuxCollector(),
                new SockStatCollector(),
                new SoftIrqsCollector(),
                new SoftNetCollector(),
                new StatCollector(),
                new ThermalZoneCollector(),
                new TimeCollector(clock),
                new TimexCollector(),
                new UdpQueuesCollector(),
                new UnameCollector(System.getProperty("os.arch", "")),
                new VmStatCollector(options.vmstatFields()),
                new WatchdogCollector(),
                new XfsCollector(),
                new ZfsCollector()));
    all.add(new TextFileCollector(List.copyOf(all)));
    all.sort(Comparator.comparing(NodeCollectors::name));
    return new NodeCollectors(all);
  }

  /// Those whose source is read.
  public NodeCollectors without(Set<Source> off) {
    return new NodeCollectors(
        collectors.stream().filter(collector -> !off.contains(collector.source())).toList());
  }

  /// Those that a query asks for.
  ///
  /// @param collect the names of those that are wanted; empty for all
  /// @param exclude the names of those that are not
  /// @throws UnknownCollectorException where one that is wanted or not is not among them
  public NodeCollectors chosen(Set<String> collect, Set<String> exclude)
      throws UnknownCollectorException {
    for (String name : Stream.concat(collect.stream(), exclude.stream()).toList()) {
      if (collectors.stream().noneMatch(collector -> name(collector).equals(name))) {
        throw new UnknownCollectorException(name);
      }
    }
    return new NodeCollectors(
        collectors.stream()
            .filter(collector -> collect.isEmpty() || collect.contains(name(collector)))
            .filter(collector -> !exclude.contains(name(collector)))
            .toList());
  }

  public List<NodeCollector> list() {
    return collectors;
  }

  /// Every family whose name is known beforehand.
  public List<Family> families() {
    return Stream.concat(
            Stream.concat(Stream.of(DURATION, SUCCESS), ExporterMetrics.FAMILIES.stream()),
            collectors.stream().flatMap(collector -> collector.families().stream()))
        .toList();
  }

  /// Writes what the collectors and the exporter itself tell.
  public void write(NodeSnapshot node, ExporterView exporter, Sink sink) {
    write(node, sink);
    ExporterMetrics.write(exporter, sink);
  }

  void write(NodeSnapshot node, Sink sink) {
    for (NodeCollector collector : collectors) {
      collector.write(node, sink);
      Labels own = labels.getOrDefault(collector.source(), Labels.EMPTY);
      sink.sample(DURATION, own, tookNanos(collector, node) / 1e9);
      sink.sample(SUCCESS, own, collector.succeeded(node) ? 1 : 0);
    }
  }

  private static long tookNanos(NodeCollector collector, NodeSnapshot node) {
    long nanos = 0;
    for (Reading<?> reading : collector.needs(node)) nanos += reading.took().toNanos();
    for (Reading<?> reading : collector.uses(node)) nanos += reading.took().toNanos();
    return nanos;
  }

  private static String name(NodeCollector collector) {
    return collector.source().label();
  }
}
