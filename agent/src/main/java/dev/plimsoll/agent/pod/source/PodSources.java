package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.NamedContainer;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodJson;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.PodsReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps what is known of this node's pods fresh, from the best of the sources that tell: the
/// kubelet, else the API server, else the names of log files. Where none tells, the last that was
/// told stays.
public final class PodSources implements AutoCloseable {
  private static final String KUBELET = "kubelet";
  private static final String API = "api";
  private static final String LOGS = "logs";

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_API_WAIT = Duration.ofMinutes(1);

  /// A megabyte costs the agent 7 ms or more, nearly all of it for its encryption: from there on it
  /// is asked for less often, so that pods cost no more than 0.1 % of a core.
  private static final long LARGE = 1 << 20;

  private static final long MOST_STRETCH = 4;

  /// After so many failures the next source is asked; a kubelet may be restarting.
  private static final int ENOUGH_FAILURES = 2;

  private final PodsOptions options;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final PodJson json;
  private final Ledger kubeletLedger;
  private final Ledger apiLedger;
  private final Ledger logsLedger;
  private final Optional<KubeletPods> kubelet;
  private final Optional<LogNames> logs;
  private final Backoff kubeletBackoff;
  private final Wishes wishes = new Wishes(FIRST_WAIT);
  private final Thread thread;
  private volatile Told told = new Told(PodTable.empty(), PodsReport.NONE, Optional.empty());
  private @Nullable Thread watch;
  private int failures;
  private long stretch = 1;

  private record Told(PodTable table, String source, Optional<Instant> at) {}

  /// @param annotations those that are kept of a pod
  public PodSources(PodsOptions options, KeptAnnotations annotations, Clock clock) {
    this.options = options;
    this.clock = clock;
    kubeletLedger = new Ledger(KUBELET, clock);
    apiLedger = new Ledger(API, clock);
    logsLedger = new Ledger(LOGS, clock);
    json = new PodJson(annotations);
    kubelet = options.kubelet().map(server -> new KubeletPods(server, json));
    logs = options.logs().map(LogNames::new);
    kubeletBackoff = new Backoff(FIRST_WAIT, options.period(), random);
    thread = Thread.ofVirtual().name("plimsoll-pods").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// What is known; the same table until there is another.
  public PodTable table() {
    return told.table;
  }

  /// Wishes for a look before its time. Returns at once.
  public void look() {
    wishes.wish();
  }

  public PodsReport report() {
    Told now = told;
    List<PodsReport.SourceReport> sources = new ArrayList<>();
    if (kubelet.isPresent()) sources.add(kubeletLedger.report());
    if (options.api().isPresent()) sources.add(apiLedger.report());
    if (logs.isPresent()) sources.add(logsLedger.report());
    return new PodsReport(now.table, now.source, now.at, sources);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        PodTable before = told.table;
        Duration wait = round();
        wishes.seen(told.table != before);
        wishes.await(wait, stretch);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      endWatch();
    }
  }

  /// Asks once.
  ///
  /// @return how long to wait then
  private Duration round() {
    if (kubelet.isPresent() && askKubelet(kubelet.get())) {
      return options.period().multipliedBy(stretch);
    }
    if (kubelet.isEmpty() || failures >= ENOUGH_FAILURES) askOthers();
    return kubelet.isEmpty() ? options.period() : kubeletBackoff.next();
  }

  private boolean askKubelet(KubeletPods source) {
    try {
      Client.Answer<List<Pod>> answer = source.fetch();
      kubeletLedger.answered(answer.bytes());
      endWatch();
      tell(KUBELET, answer.value());
      stretch = Math.clamp(answer.bytes() / LARGE, 1, MOST_STRETCH);
      failures = 0;
      kubeletBackoff.succeeded();
      return true;
    } catch (PodSourceException failure) {
      if (thread.isInterrupted()) return false;
      kubeletLedger.failed(failure);
      failures = failure.trouble() == Trouble.FORBIDDEN ? ENOUGH_FAILURES : failures + 1;
      return false;
    }
  }

  private void askOthers() {
    beginWatch();
    if (!told.source.equals(API) || apiFails()) readLogs();
  }

  private boolean apiFails() {
    return !apiLedger.report().trouble().isEmpty();
  }

  private void readLogs() {
    if (logs.isEmpty() || !logs.get().isThere()) return;
    try {
      tellNames(logs.get().read());
      logsLedger.answered(0);
    } catch (PodSourceException failure) {
      logsLedger.failed(failure);
    }
  }

  private synchronized void beginWatch() {
    if (watch != null || options.api().isEmpty()) return;
    Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_API_WAIT, random);
    ApiPods pods =
        new ApiPods(options.api().get(), options.node(), json, backoff, random, new FromApi());
    watch = Thread.ofVirtual().name("plimsoll-pods-watch").start(pods);
  }

  private synchronized void endWatch() {
    Thread running = watch;
    watch = null;
    if (running != null) running.interrupt();
  }

  private synchronized void tellNames(List<NamedContainer> names) {
    told = new Told(told.table.withNames(names), LOGS, told.at);
  }

  private synchronized void tell(String source, Collection<Pod> pods) {
    told = new Told(told.table.with(pods), source, Optional.of(clock.instant()));
  }

  /// The watch that was ended may still have a word to say, which no longer counts.
  @SuppressWarnings("ReferenceEquality") // Threads are the same or others.
  private synchronized void tellFromWatch(Collection<Pod> pods) {
    if (Thread.currentThread() == watch) tell(API, pods);
  }

  /// What the API server tells.
  private final class FromApi implements ApiPods.Listener {
    @Override
    public void pods(Collection<Pod> pods, long bytes) {
      apiLedger.answered(bytes);
      tellFromWatch(pods);
    }

    @Override
    public void failed(PodSourceException failure) {
      apiLedger.failed(failure);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
