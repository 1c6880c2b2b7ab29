package dev.plimsoll.agent;

import dev.plimsoll.agent.group.GroupKeeper;
import dev.plimsoll.agent.group.GroupTracker;
import dev.plimsoll.agent.insight.InsightKeeper;
import dev.plimsoll.agent.insight.why.Why;
import dev.plimsoll.agent.join.PodKeeper;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.Catalogue;
import dev.plimsoll.agent.metrics.NamedProcessMetrics;
import dev.plimsoll.agent.metrics.ProbeMetrics;
import dev.plimsoll.agent.metrics.SelfMetrics;
import dev.plimsoll.agent.metrics.SelfView;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics;
import dev.plimsoll.agent.metrics.kube.KubeMetrics;
import dev.plimsoll.agent.metrics.kube.ProberMetrics;
import dev.plimsoll.agent.nodeexporter.ExporterView;
import dev.plimsoll.agent.nodeexporter.NodeCollectors;
import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.pod.source.DiskSource;
import dev.plimsoll.agent.pod.source.NodeSource;
import dev.plimsoll.agent.pod.source.PodSources;
import dev.plimsoll.agent.pod.source.ProbeSource;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.reading.FailureLog;
import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.agent.reading.SnapshotLoop;
import dev.plimsoll.agent.reading.SourceHealth;
import dev.plimsoll.agent.reading.SourceState;
import dev.plimsoll.agent.reading.ThreadDemand;
import dev.plimsoll.agent.recent.MinuteKeeper;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.agent.self.HostAccess;
import dev.plimsoll.agent.self.OwnUseReader;
import dev.plimsoll.agent.self.Permissions;
import dev.plimsoll.agent.self.ScrapeCounts;
import dev.plimsoll.agent.web.MetricsPath;
import dev.plimsoll.agent.web.MetricsServer;
import dev.plimsoll.agent.web.PageServer;
import dev.plimsoll.agent.web.Resource;
import dev.plimsoll.agent.web.api.Known;
import dev.plimsoll.agent.web.api.NamesResource;
import dev.plimsoll.agent.web.api.PodsResource;
import dev.plimsoll.agent.web.api.SessionsResource;
import dev.plimsoll.agent.web.api.WhyResource;
import dev.plimsoll.collectors.Demand;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import dev.plimsoll.collectors.process.AccountNames;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The composition root: what the agent is made of, constructed in order and closed in reverse.
public final class Agent implements AutoCloseable {
  /// The agent's own files, wherever those of the node that it watches are.
  private static final Roots OWN = new Roots("/proc", "/sys", "/");

  private final AgentOptions options;
  private final Clock clock;
  private final Instant started;
  private final PodSources sources;
  private final ProbeSource probes;
  private final DiskSource disks;
  private final NodeSource node;
  private final PodKeeper pods;
  private final Permissions permissions;
  private final GroupKeeper groups;
  private final MinuteKeeper minutes = new MinuteKeeper();
  private final InsightKeeper insights = new InsightKeeper(this::view);
  private final SourceHealth failures = new SourceHealth(new FailureLog(System::nanoTime));
  private final OwnUseReader use = new OwnUseReader(OWN);
  private final DroppedSeries dropped = new DroppedSeries();
  private final ThreadDemand threads;
  private final SnapshotLoop loop;
  private final List<MetricsPath> pages;
  private final MetricsServer server;
  private final Optional<PageServer> page;

  /// @throws IOException where the metrics address cannot be bound
  public Agent(AgentOptions options, Clock clock) throws IOException {
    this.options = options;
    this.clock = clock;
    started = clock.instant();
    sources = new PodSources(options.pods(), options.labels()::hasAnnotation, clock);
    probes = new ProbeSource(options.pods().kubelet(), options.pods().period(), clock);
    disks = new DiskSource(options.pods().kubelet(), DiskSource.PERIOD, clock);
    node = new NodeSource(options.pods().api(), options.pods().node(), NodeSource.PERIOD, clock);
    pods = new PodKeeper(sources::table, sources::look);
    permissions = new Permissions(HostAccess.test(options.roots()), this::podsReport);
    AccountNames users = AccountNames.read(new KernelReader(), options.roots().root("etc/passwd"));
    groups =
        new GroupKeeper(
            new GroupTracker(options.groups(), options.named(), users::name), pods::pods);
    threads = new ThreadDemand(options.threads(), System::nanoTime);
    loop =
        new SnapshotLoop(
            () ->
                new NodeReader(
                    options.roots(), clock, options.off(), new KernelSizeCall(), demand()),
            options.intervals(),
            listeners());
    pages = pages();
    server = listen();
    page = PageAddress.listen(options.pageAddress(), this::resources, server);
  }

  private Demand demand() {
    boolean sockets = options.costly().contains(CadvisorMetrics.Costly.SOCKETS);
    return new Demand(
        threads::now, () -> sockets, options.collectors()::wants, options.collectors().textFiles());
  }

  /// What must see every snapshot, on the thread that reads.
  private List<SnapshotListener> listeners() {
    return List.of(minutes, failures, use, pods, groups, insights, permissions);
  }

  private MetricsPath page(String path, String shows, Consumer<Sink> metrics) {
    return new MetricsPath(
        path, shows, () -> loop.snapshot().isPresent(), MetricsPath.Metrics.whole(metrics));
  }

  private MetricsServer listen() throws IOException {
    try {
      return new MetricsServer(
          options.listenAddress(),
          options.access(),
          new Exposition(options.mostSeries(), dropped, options.classicHistograms()),
          pages,
          new LoopHealth(loop, options.intervals().fast(), clock),
          this::sources,
          this::podsReport,
          permissions::all);
    } catch (IOException refused) {
      throw PageAddress.refused(options.listenAddress(), refused, "");
    }
  }

  /// Begins to read and to answer.
  public void start() {
    sources.start();
    probes.start();
    disks.start();
    node.start();
    loop.start();
    server.start();
    page.ifPresent(PageServer::start);
  }

  /// Where metrics are really served; the port is known even when 0 was asked for.
  public InetSocketAddress address() {
    return server.address();
  }

  /// `http` or `https`, at the metrics address.
  public String scheme() {
    return server.scheme();
  }

  /// Where the JSON API really is; empty where it is not wanted.
  public Optional<InetSocketAddress> pageAddress() {
    return page.map(PageServer::address);
  }

  private List<MetricsPath> pages() {
    return List.of(
        page("/metrics", "this node and its pods", this::writeMetrics),
        nodePage(),
        page(
            "/metrics/process",
            "processes by name, as process-exporter shows them",
            this::writeNamed),
        page(
            "/metrics/cadvisor",
            "containers, as the kubelet's cAdvisor shows them",
            this::writeCadvisor),
        page(
            "/metrics/kube",
            "this node and its pods, as kube-state-metrics shows them",
            this::writeKube),
        probesPage());
  }

  private MetricsPath probesPage() {
    return new MetricsPath(
        "/metrics/probes",
        "probes of this node's pods, as the kubelet shows them",
        () -> probes.families().isPresent(),
        MetricsPath.Metrics.whole(
            sink -> probes.families().ifPresent(told -> ProberMetrics.write(told, sink))));
  }

  /// What the JSON API has.
  private List<Resource> resources() {
    return List.of(
        new NamesResource(this::known),
        new PodsResource(this::known),
        new WhyResource(this::why),
        new SessionsResource(insights::insights, pods::pods));
  }

  private Optional<Known> known() {
    return view()
        .map(view -> new Known(view, podsReport(), pods.sandboxes(), probes.results(), minutes));
  }

  private Optional<Why> why() {
    return view()
        .map(
            view -> new Why(view, insights.insights(), minutes, probes.results(), clock.instant()));
  }

  private void writeNamed(Sink sink) {
    threads.scraped();
    NamedProcessMetrics.write(groups.groups(), sink);
  }

  private MetricsPath nodePage() {
    ScrapeCounts counts = new ScrapeCounts("/metrics/node");
    NodeCollectors all = NodeCollectors.all(options.collectors(), clock).without(options.off());
    return new MetricsPath(
        counts.path(),
        "this node, as node_exporter shows it",
        () -> loop.snapshot().isPresent(),
        new NodePage(all, loop::snapshot, () -> exporter(counts)),
        counts);
  }

  private ExporterView exporter(ScrapeCounts counts) {
    return new ExporterView(
        options.version(), System.getProperty("os.arch", ""), started, use.use(), counts);
  }

  /// How it stands with every source; empty until everything has been read once.
  public List<SourceState> sources() {
    return loop.snapshot().map(SourceState::of).orElse(List.of());
  }

  private void writeMetrics(Sink sink) {
    view()
        .ifPresent(
            view -> Catalogue.write(view, groups.groups(), minutes, insights.insights(), sink));
    ProbeMetrics.write(pods.table(), probes.results(), sink);
    SelfMetrics.write(self(), sink);
  }

  private void writeKube(Sink sink) {
    KubeMetrics.write(pods.table(), options.labels(), sink);
    node.node().ifPresent(told -> KubeMetrics.write(told, options.labels(), sink));
  }

  private void writeCadvisor(Sink sink) {
    view().ifPresent(view -> CadvisorMetrics.write(view, options.costly(), sink));
  }

  private Optional<PodView> view() {
    return loop.snapshot().map(this::view);
  }

  private PodView view(NodeSnapshot snapshot) {
    return new PodView(snapshot, pods.pods(), pods.table(), disks.disks());
  }

  /// Who tells of pods, of their probes, of their disks and of the node.
  private PodsReport podsReport() {
    return sources.report().with(probes.report()).with(disks.report()).with(node.report());
  }

  private SelfView self() {
    return new SelfView(
        options.version(),
        started,
        clock.instant(),
        loop.snapshot(),
        use.use(),
        failures.failures(),
        loop.counts(),
        dropped.byFamily(),
        podsReport(),
        permissions.all(),
        pages.stream().map(MetricsPath::counts).toList());
  }

  @Override
  public void close() {
    page.ifPresent(PageServer::close);
    server.close();
    loop.close();
    node.close();
    disks.close();
    probes.close();
    sources.close();
  }
}
