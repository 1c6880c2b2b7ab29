package dev.plimsoll.agent.insight;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// What is left of the runs of a container that have ended.
final class OomSum {
  private OomCounts counts = OomCounts.UNKNOWN;

  /// Kills of ended runs that the first process may not have outlived.
  private long fatal;

  /// When the last run ended of which the cluster said that it was the OOM killer.
  private Optional<Instant> told = Optional.empty();

  private boolean isTold;

  OomCounts counts() {
    return counts;
  }

  void add(OomRun run) {
    counts = counts.plus(new OomCounts(run.kills(), run.silent()));
    fatal += run.kills() - run.silent().orElse(0);
  }

  /// The cluster says that a run was ended by the OOM killer. A control group that ends with its
  /// first process may be gone before anyone has read its last count. What is told when it is first
  /// asked may be long ago, and does not count.
  ///
  /// @param end when the run ended; empty where none did so
  /// @param open kills that may have been the end of a run which is still there
  /// @return whether that adds a kill
  boolean tell(Optional<Instant> end, LongSupplier open) {
    boolean isNews = isTold && end.isPresent() && !end.equals(told);
    isTold = true;
    if (end.isPresent()) told = end;
    if (!isNews) return false;
    boolean isCounted = fatal + open.getAsLong() > 0;
    fatal = 0;
    if (!isCounted) counts = counts.plus(new OomCounts(1, OptionalLong.empty()));
    return !isCounted;
  }
}
