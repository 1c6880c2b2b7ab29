package dev.plimsoll.agent.web.api;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.NamedContainer;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.pod.ProbeText;
import dev.plimsoll.agent.recent.MinuteKeeper;
import dev.plimsoll.agent.web.PageServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The page address of an agent that knows pods of a fixture, on a free port.
public final class FixtureAgent implements AutoCloseable {
  /// When it was told of its pods.
  public static final Instant TOLD = Instant.parse("2026-11-20T06:30:00Z");

  private final PageServer server;

  private FixtureAgent(Known known, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    server =
        new PageServer(
            address,
            List.of(
                new NamesResource(() -> Optional.of(known)),
                new PodsResource(() -> Optional.of(known))));
    server.start();
  }

  /// Of the real kubelet 1.36, with two countings of its probes.
  public static FixtureAgent captured() throws IOException {
    return of(Captured.pods("1.36/pods").pods(), List.of(), probes());
  }

  /// The same, at an address that is free again.
  public static FixtureAgent captured(String url) throws IOException {
    PodTable table = PodTable.of(Captured.pods("1.36/pods").pods());
    return new FixtureAgent(known(table, probes()), URI.create(url).getPort());
  }

  public static FixtureAgent of(
      Collection<Pod> pods, List<NamedContainer> names, ProbeResults probes) throws IOException {
    return new FixtureAgent(known(PodTable.of(pods).withNames(names), probes), 0);
  }

  static Known known(PodTable table, ProbeResults probes) throws IOException {
    PodView view = new PodView(CapturedNode.read("v2"), PodIndex.standAlone(), table);
    PodsReport report = new PodsReport(table, "kubelet", Optional.of(TOLD), List.of());
    return new Known(view, report, Set.of("5a4db0c5"), probes, new MinuteKeeper());
  }

  /// What the kubelet counted twice.
  static ProbeResults probes() throws IOException {
    ProbeText before = text("1.36/probes-before.txt");
    ProbeText after = text("1.36/probes.txt");
    return ProbeResults.none()
        .then(before.start(), before.counts(), TOLD.minusSeconds(15))
        .then(after.start(), after.counts(), TOLD);
  }

  private static ProbeText text(String name) throws IOException {
    try (InputStream in = Files.newInputStream(Captured.file(name))) {
      return ProbeText.read(in);
    }
  }

  /// `http://127.0.0.1:43211`
  public String url() {
    return "http://127.0.0.1:" + server.address().getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
