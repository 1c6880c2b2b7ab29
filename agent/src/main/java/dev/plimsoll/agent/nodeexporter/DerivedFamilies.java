package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Families whose names follow from words of the kernel. The words are the same for every page, so
/// what was made of them is kept.
final class DerivedFamilies {
  private static final int MOST_GROUPS = 64;
  private static final int MOST_WORDS = 1024;

  private final BiFunction<String, String, Optional<Family>> maker;
  private final Map<String, Map<String, Optional<Family>>> kept = new ConcurrentHashMap<>();

  /// @param maker takes a group, such as a protocol, and a word in it; empty where nobody wants it
  DerivedFamilies(BiFunction<String, String, Optional<Family>> maker) {
    this.maker = maker;
  }

  /// Those of words that have no group and are all wanted.
  static DerivedFamilies of(Function<String, Family> maker) {
    return new DerivedFamilies((_, word) -> Optional.of(maker.apply(word)));
  }

  void write(Map<String, Long> numbers, Labels labels, Sink sink) {
    write("", numbers, labels, sink);
  }

  /// Writes the numbers of a group by their words.
  void write(String group, Map<String, Long> numbers, Labels labels, Sink sink) {
    Map<String, Optional<Family>> known = known(group);
    numbers.forEach(
        (word, number) ->
            family(group, word, known).ifPresent(family -> sink.sample(family, labels, number)));
  }

  private Map<String, Optional<Family>> known(String group) {
    Map<String, Optional<Family>> known = kept.get(group);
    if (known != null) return known;
    if (kept.size() >= MOST_GROUPS) return new ConcurrentHashMap<>();
    return kept.computeIfAbsent(group, _ -> new ConcurrentHashMap<>());
  }

  private Optional<Family> family(String group, String word, Map<String, Optional<Family>> known) {
    Optional<Family> family = known.get(word);
    if (family != null) return family;
    Optional<Family> made = maker.apply(group, word);
    if (known.size() < MOST_WORDS) known.put(word, made);
    return made;
  }
}
