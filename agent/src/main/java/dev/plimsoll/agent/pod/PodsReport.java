package dev.plimsoll.agent.pod;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of pods, from whom, and how it stands with those that could tell.
///
/// @param source the one in use
/// @param told when the state of pods was last told; empty where it never was
/// @param sources those that are asked, in the order of preference
public record PodsReport(
    PodTable table, String source, Optional<Instant> told, List<SourceReport> sources) {
  /// The source where nobody is asked or nobody answers.
  public static final String NONE = "none";

  public PodsReport {
    sources = List.copyOf(sources);
  }

  public static PodsReport nothing() {
    return new PodsReport(PodTable.empty(), NONE, Optional.empty(), List.of());
  }

  /// This report, with one more source.
  public PodsReport with(Optional<SourceReport> more) {
    List<SourceReport> all = new ArrayList<>(sources);
    more.ifPresent(all::add);
    return new PodsReport(table, source, told, all);
  }

  /// How it stands with a source.
  ///
  /// @param name `kubelet`, `api` or `logs`; `probes` for the kubelet's counts of them, `stats` for
  ///   its sizes of volumes, `node` for what the API server tells of the node
  /// @param trouble why it does not tell now, for a person; empty where it does or is not asked.
  ///   May hold text from outside
  /// @param troubleClass its class, `timeout`; likewise empty
  /// @param answers how often it told
  /// @param bytes how much that was
  /// @param errors how often it did not, by class
  /// @param told when it last told; empty where it never did
  public record SourceReport(
      String name,
      String trouble,
      String troubleClass,
      long answers,
      long bytes,
      Map<String, Long> errors,
      Optional<Instant> told) {
    public SourceReport {
      errors = Map.copyOf(errors);
    }
  }
}
