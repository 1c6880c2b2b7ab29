package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.Captured;
import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something that a server is asked again and again, running.
///
/// @param <S> what asks
record Asked<S>(
    S source,
    Asked.View<S, Object> state,
    Asked.View<S, Optional<SourceReport>> reports,
    Asked.End<S> end)
    implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(300);

  /// What is asked for.
  enum What {
    PODS("1.36/pods.json", "{\"kind\":\"PodList\",\"later\":\""),
    PROBES("1.36/probes.txt", "prober_probe_total{container=\""),
    STATS("1.36/stats.json", "{\"node\":{},\"later\":\""),
    NODE("1.36/node.json", "{\"kind\":\"Node\",\"later\":\"");

    private final String answer;
    private final String beginning;

    What(String answer, String beginning) {
      this.answer = answer;
      this.beginning = beginning;
    }

    /// What a real server answered.
    String answer() throws IOException {
      return Files.readString(Captured.file(answer));
    }

    /// How something begins that might become one.
    String beginning() {
      return beginning;
    }
  }

  /// Looks at what asks.
  @FunctionalInterface
  interface View<S, T> {
    T of(S source);
  }

  /// Ends what asks.
  @FunctionalInterface
  interface End<S> {
    void close(S source);
  }

  /// Begins to ask.
  static Asked<?> start(What what, Server server) {
    Clock clock = Clock.systemUTC();
    Optional<Server> asked = Optional.of(server);
    return switch (what) {
      case PODS -> pods(asked, clock);
      case PROBES -> {
        ProbeSource probes = new ProbeSource(asked, PERIOD, clock);
        probes.start();
        yield new Asked<>(
            probes,
            each -> List.of(each.results(), each.families()),
            ProbeSource::report,
            ProbeSource::close);
      }
      case STATS -> {
        DiskSource disks = new DiskSource(asked, PERIOD, clock);
        disks.start();
        yield new Asked<>(disks, DiskSource::disks, DiskSource::report, DiskSource::close);
      }
      case NODE -> {
        NodeSource node = new NodeSource(asked, "node36", PERIOD, clock);
        node.start();
        yield new Asked<>(node, NodeSource::node, NodeSource::report, NodeSource::close);
      }
    };
  }

  private static Asked<?> pods(Optional<Server> server, Clock clock) {
    PodsOptions options =
        new PodsOptions(server, Optional.empty(), "node36", Optional.empty(), PERIOD);
    PodSources pods = new PodSources(options, KeptAnnotations.none(), clock);
    pods.start();
    return new Asked<>(
        pods,
        PodSources::table,
        each -> each.report().sources().stream().findFirst(),
        PodSources::close);
  }

  /// What is known.
  Object known() {
    return state.of(source);
  }

  SourceReport report() {
    return reports.of(source).orElseThrow();
  }

  @Override
  public void close() {
    end.close(source);
  }
}
