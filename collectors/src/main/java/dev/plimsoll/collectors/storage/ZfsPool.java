package dev.plimsoll.collectors.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// One pool of ZFS.
///
/// @param io bytes, requests and nanoseconds of its reads and writes, by the module's names; empty
///   where the module has no such file (OpenZFS 0.8 and later)
/// @param state `ONLINE`, `DEGRADED`; empty where the module does not say
public record ZfsPool(
    String name, SequencedMap<String, Long> io, Optional<String> state, List<Dataset> datasets) {
  public ZfsPool {
    io = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(io));
    datasets = List.copyOf(datasets);
  }

  /// A mounted file system or a volume of the pool.
  ///
  /// @param name with the pool's, `tank/srv`
  /// @param numbers bytes and requests by the module's names
  public record Dataset(String name, SequencedMap<String, Long> numbers) {}
}
