package dev.plimsoll.agent.endtoend;

import dev.plimsoll.agent.nodeexporter.LeftOut;
import dev.plimsoll.agent.nodeexporter.MetricsPage.Series;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What may differ between node_exporter's page and ours, and why.
sealed interface Allowance {

  /// Whether it is about a series of node_exporter's.
  boolean covers(Series series);

  /// We do not have it.
  record Missing(Predicate<Series> which, String why) implements Allowance {
    @Override
    public boolean covers(Series series) {
      return which.test(series);
    }
  }

  /// What some labels say differs.
  record Labels(String name, List<String> labels, String why) implements Allowance {
    @Override
    public boolean covers(Series series) {
      return series.name().equals(name);
    }
  }

  /// The value differs.
  record Value(Predicate<Series> which, String why) implements Allowance {
    @Override
    public boolean covers(Series series) {
      return which.test(series);
    }
  }

  /// The value moves so fast that no two readings agree: it may lie so far outside of what
  /// node_exporter said before and after, as a share of it and in its own unit.
  record Moving(Predicate<Series> which, double share, double absolute, String why)
      implements Allowance {
    @Override
    public boolean covers(Series series) {
      return which.test(series);
    }
  }

  List<Allowance> ALL =
      List.of(
          new Missing(named("go_.*"), "Go's runtime, which the agent does not have"),
          new Missing(
              series -> !series.labels().getOrDefault("device_error", "").isEmpty(),
              "a file system that fails may fail otherwise at the next moment"),
          new Missing(
              named("process_network_.*"),
              "the whole network namespace, which Go's client ascribes to the process"),
          new Missing(
              named("promhttp_metric_handler_errors_total"),
              "faults of Go's HTTP handler; ours are answers with status 500"),
          new Missing(
              named("node_scrape_collector_.*")
                  .and(
                      collector(
                          LeftOut.ALL.stream()
                              .map(LeftOut::name)
                              .collect(Collectors.joining("|")))),
              "collectors that are left out"),
          new Labels(
              "node_exporter_build_info",
              List.of("version", "revision", "branch", "goversion", "tags"),
              "it is another program"),
          new Labels(
              "node_disk_info",
              List.of("rotational"),
              "node_exporter says 0 where the kernel lacks one of the queue's other files"),
          new Value(named("process_.*|promhttp_.*"), "it is another process"),
          new Value(
              named("node_scrape_collector_duration_seconds"), "each measures its own reading"),
          new Value(
              named("node_scrape_collector_success").and(collector("pressure")),
              "node_exporter calls it no success where the kernel does not account for interrupts"),
          new Value(named("node_procs_(running|blocked)"), "the very instant, readers included"),
          new Moving(
              named("node_sockstat_.*|node_netstat_Tcp_CurrEstab"),
              0.1,
              16,
              "the connections of the two scrapes themselves"),
          new Moving(named("node_filefd_allocated"), 0.1, 256, "every program opens files"),
          new Moving(named("node_disk_io_now"), 0, 64, "the very instant"),
          new Moving(named("node_cpu_.*seconds_total"), 0, 0.05, "the kernel corrects idle times"),
          new Moving(named("node_memory_.*"), 0.1, 64 << 20, "what other programs take meanwhile"));

  private static Predicate<Series> named(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return series -> pattern.matcher(series.name()).matches();
  }

  private static Predicate<Series> collector(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return series -> pattern.matcher(series.labels().getOrDefault("collector", "")).matches();
  }
}
