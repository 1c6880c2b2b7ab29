package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.storage.ZfsPool.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The data sets of each pool, kept from pass to pass: each is a file to open, and where a node
/// gives every container one of its own they are read in every twelfth pass, once a minute. Belongs
/// to one thread.
public final class ZfsDatasets {
  /// Files of a pool that are read in every pass.
  static final int FEW = 50;

  private static final int PASSES = 12;

  private record Kept(List<Dataset> datasets, int passes) {}

  private final Map<String, Kept> pools = new HashMap<>();

  /// What was read of a pool not long ago; null where it is to be read.
  ///
  /// @param files how many there are
  @Nullable List<Dataset> known(String pool, int files) {
    Kept kept = files > FEW ? pools.get(pool) : null;
    if (kept == null || kept.passes >= PASSES) return null;
    pools.put(pool, new Kept(kept.datasets, kept.passes + 1));
    return kept.datasets;
  }

  void keep(String pool, List<Dataset> datasets) {
    pools.put(pool, new Kept(List.copyOf(datasets), 1));
  }

  /// Forgets pools that went.
  void keepOnly(List<String> names) {
    pools.keySet().retainAll(names);
  }
}
