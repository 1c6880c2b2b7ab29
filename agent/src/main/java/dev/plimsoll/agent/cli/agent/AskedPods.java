package dev.plimsoll.agent.cli.agent;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.pod.source.LogNames;
import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Names of pods for a command: what the running agent tells, else what the links in
/// `/var/log/containers` do, else none. Nobody is asked before a name is needed, or soon will be;
/// again from time to time, for a command that goes on. Not for several threads at once.
public final class AskedPods implements PodIndex {
  /// A command must not wait for an agent that does not answer.
  public static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final long AGAIN = 15_000_000_000L;

  /// After an agent that did not answer, which may have taken a second to do so.
  private static final long AGAIN_AFTER_SILENCE = 60_000_000_000L;

  private final Optional<AgentClient> agent;
  private final LogNames logs;
  private final LongSupplier nanos;
  private Optional<FutureTask<Optional<PodIndex>>> first = Optional.empty();
  private @Nullable PodIndex known;
  private long next;

  /// @param agent empty where nobody is to be asked
  /// @param patience with the agent
  /// @param nanos a clock that only goes forward
  public AskedPods(Optional<AgentUrl> agent, Roots roots, Duration patience, LongSupplier nanos) {
    this.agent = agent.map(url -> new AgentClient(url, patience));
    this.logs = new LogNames(Path.of(roots.root("var/log/containers")));
    this.nanos = nanos;
  }

  /// @param agent where it is, as somebody wrote it
  /// @throws WrongSettingException where that is no address
  public static AskedPods of(String agent, Roots roots) throws WrongSettingException {
    return new AskedPods(AgentUrl.parse(agent), roots, PATIENCE, System::nanoTime);
  }

  /// Asks now, while the caller does something else.
  public AskedPods soon() {
    FutureTask<Optional<PodIndex>> task = new FutureTask<>(this::askAgent);
    Thread.ofPlatform().daemon().name("plimsoll-ask").start(task);
    first = Optional.of(task);
    return this;
  }

  @Override
  public ContainerName name(CgroupOwner.Container container) {
    return now().name(container);
  }

  @Override
  public OptionalLong restarts(String id) {
    return now().restarts(id);
  }

  private PodIndex now() {
    PodIndex now = known;
    if (now != null && nanos.getAsLong() - next < 0) return now;
    now = ask(now);
    known = now;
    return now;
  }

  /// Where nobody tells any more, the last that was told stays.
  private PodIndex ask(@Nullable PodIndex last) {
    Optional<PodIndex> told = first.isPresent() ? answer(first.get()) : askAgent();
    first = Optional.empty();
    next = nanos.getAsLong() + (told.isEmpty() ? AGAIN_AFTER_SILENCE : AGAIN);
    return told.orElseGet(() -> last == null ? fromLogs() : last);
  }

  private static Optional<PodIndex> answer(FutureTask<Optional<PodIndex>> asked) {
    try {
      return asked.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private Optional<PodIndex> askAgent() {
    if (agent.isEmpty()) return Optional.empty();
    try {
      return Optional.of(agent.get().ask(AgentNames.PATH, AgentNames::read));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private PodIndex fromLogs() {
    try {
      return logs.isThere() ? PodIndex.named(logs.read()) : PodIndex.standAlone();
    } catch (IOException _) {
      return PodIndex.standAlone();
    }
  }
}
