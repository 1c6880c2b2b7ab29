package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Asks a server one question again and again, on a virtual thread of its own. Where there is no
/// answer, nobody is told.
///
/// @param <T> what is made of an answer
final class Poll<T> implements AutoCloseable {
  /// What is asked.
  ///
  /// @param name of the source, in the log and in metrics
  /// @param path what follows the server's address
  /// @param mostBytes how long an answer may be
  record Question<T>(String name, String path, long mostBytes, Client.Reader<T> reader) {}

  private static final int MOST_TIMEOUTS = 3;

  /// A megabyte costs the agent about 8 ms: with so long until the next one, 0.05 % of a core.
  private static final Duration PER_MEGABYTE = Duration.ofSeconds(16);

  private static final int MOST_STRETCH = 4;

  /// All the agents of a cluster do not ask at once.
  private static final int LONGER = 10;

  private final Optional<Server> server;
  private final Question<T> question;
  private final Duration period;
  private final Consumer<T> told;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Ledger ledger;
  private final Thread thread;

  /// @param server empty to ask nobody
  /// @param period the least time from one answer to the next question
  Poll(
      Optional<Server> server,
      Question<T> question,
      Duration period,
      Clock clock,
      Consumer<T> told) {
    this.server = server;
    this.question = question;
    this.period = period;
    this.told = told;
    ledger = new Ledger(question.name(), clock);
    thread = Thread.ofVirtual().name("plimsoll-" + question.name()).unstarted(this::run);
  }

  void start() {
    if (server.isPresent()) thread.start();
  }

  /// Empty where nobody is asked.
  Optional<SourceReport> report() {
    return server.map(_ -> ledger.report());
  }

  private void run() {
    Server asked = server.orElseThrow();
    Client client = new Client(asked);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Duration pause = pause(ask(client, asked.timeout()));
        Thread.sleep(pause.plusMillis(random.nextLong(1 + pause.toMillis() / LONGER)));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Longer where answers are large.
  private Duration pause(long bytes) {
    Duration affordable = PER_MEGABYTE.multipliedBy(bytes).dividedBy(1 << 20);
    Duration longest = period.multipliedBy(MOST_STRETCH);
    if (affordable.compareTo(period) < 0) return period;
    return affordable.compareTo(longest) < 0 ? affordable : longest;
  }

  /// @return how many bytes were read
  private long ask(Client client, Duration timeout) {
    Duration patience = timeout.multipliedBy(MOST_TIMEOUTS);
    try {
      Client.Answer<T> answer =
          client.get(question.path(), timeout, patience, question.mostBytes(), question.reader());
      told.accept(answer.value());
      ledger.answered(answer.bytes());
      return answer.bytes();
    } catch (PodSourceException failure) {
      if (!Thread.currentThread().isInterrupted()) ledger.failed(failure);
      return 0;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
