package dev.plimsoll.agent.pod;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How each probe of the node's pods has done, as the kubelet counts, and what two of its countings
/// tell together. Immutable.
///
/// @param kubeletStart when the kubelet that counts was started, in seconds since 1970; 0 where it
///   does not tell
/// @param times how long tries took; of those that never succeeded there are none
public record ProbeResults(double kubeletStart, Map<Key, History> probes, Map<Name, Times> times) {
  /// The most probes that are kept.
  static final int MOST_PROBES = 16_384;

  private static final ProbeResults NONE = new ProbeResults(0, Map.of(), Map.of());

  public ProbeResults {
    probes = Map.copyOf(probes);
    times = Map.copyOf(times);
  }

  /// Which probe of which container.
  ///
  /// @param podUid as control groups have it
  public record Key(String podUid, String container, Probe.Type type) {}

  /// Which probe, as the kubelet names it where it tells of times.
  public record Name(String namespace, String pod, String container, Probe.Type type) {}

  /// Tries that did not fail, and the seconds that they took together.
  public record Times(long tries, double seconds) {}

  /// Tries by their result, since the kubelet's start or the pod's, whichever was later. A try that
  /// took too long has failed.
  public record Counts(long successful, long failed, long unknown) {
    static final Counts NONE = new Counts(0, 0, 0);

    private boolean isBelow(Counts other) {
      return successful < other.successful || failed < other.failed;
    }
  }

  /// What is known of a probe.
  ///
  /// @param streak failures since the last success that was seen; too few where both came between
  ///   two countings
  /// @param lastSuccess when a success was last seen to be counted, to one interval of counting
  public record History(Counts counts, long streak, Optional<Instant> lastSuccess) {
    private static final History NEW = new History(Counts.NONE, 0, Optional.empty());

    private History then(Counts now, boolean isRestarted, Instant at) {
      Counts before = isRestarted || now.isBelow(counts) ? Counts.NONE : counts;
      long failures = now.failed - before.failed;
      if (now.successful > before.successful) return new History(now, 0, Optional.of(at));
      return new History(now, streak + failures, lastSuccess);
    }

    /// A success that was counted before anyone looked may be long ago.
    private History withoutTime() {
      return new History(counts, streak, Optional.empty());
    }
  }

  public static ProbeResults none() {
    return NONE;
  }

  /// What is known once another counting has come. At the first, failures count as a streak only
  /// where there was no success at all.
  ///
  /// @param at when it came
  public ProbeResults then(double start, Map<Key, Counts> now, Instant at) {
    boolean isRestarted = start != kubeletStart;
    boolean isFirst = probes.isEmpty() && kubeletStart == 0;
    Map<Key, History> next = new HashMap<>();
    now.forEach(
        (key, counts) -> {
          if (next.size() >= MOST_PROBES) return;
          History history = probes.getOrDefault(key, History.NEW).then(counts, isRestarted, at);
          next.put(key, isFirst ? history.withoutTime() : history);
        });
    return new ProbeResults(start, next, times);
  }

  /// These results, with other times.
  public ProbeResults with(Map<Name, Times> now) {
    return new ProbeResults(kubeletStart, probes, now);
  }
}
