package dev.plimsoll.collectors.node;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// `/sys/fs/selinux/avc/{cache_stats,hash_stats,cache_threshold}`: the access vector cache, in
/// which SELinux keeps its decisions (`security/selinux/avc.c`).
///
/// @param counts `lookups`, `hits` and so on, of all CPUs together, by the kernel's names
/// @param hash how the cache is filled
/// @param threshold entries beyond which old ones are dropped
public record AccessCache(SequencedMap<String, Long> counts, Hash hash, long threshold) {
  private static final String ROOT = "fs/selinux/avc/";

  public AccessCache {
    counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
  }

  /// `entries: 503`, `buckets used: 283/512`, `longest chain: 7`.
  ///
  /// @param used buckets that hold an entry
  /// @param buckets that there are
  /// @param longest entries in the fullest bucket
  public record Hash(long entries, long used, long buckets, long longest) {}

  static Optional<AccessCache> read(KernelReader reader, Roots roots, Gathering gathering) {
    Optional<SequencedMap<String, Long>> counts =
        gathering.add(
            reader.section(roots.sys(ROOT + "cache_stats"), Need.OPTIONAL, AccessCache::counts));
    Optional<Hash> hash =
        gathering.add(
            reader.section(roots.sys(ROOT + "hash_stats"), Need.OPTIONAL, AccessCache::hash));
    Optional<Long> threshold =
        gathering.add(
            reader.section(
                roots.sys(ROOT + "cache_threshold"),
                Need.OPTIONAL,
                text -> text.firstLine().unsigned()));
    if (counts.isEmpty() || hash.isEmpty() || threshold.isEmpty()) return Optional.empty();
    return Optional.of(new AccessCache(counts.get(), hash.get(), threshold.get()));
  }

  /// A line of names, and a line of numbers for each CPU.
  static SequencedMap<String, Long> counts(KernelText text) throws MalformedSourceException {
    text.firstLine();
    List<String> names = new ArrayList<>();
    while (text.hasField()) names.add(text.word());
    SequencedMap<String, Long> sums = new LinkedHashMap<>();
    while (text.nextLine()) {
      for (String name : names) sums.merge(name, text.unsigned(), Long::sum);
    }
    if (sums.isEmpty()) throw text.malformed("names without numbers");
    return sums;
  }

  static Hash hash(KernelText text) throws MalformedSourceException {
    long entries = number(text, "entries:");
    long used = number(text, "buckets used:");
    if (!text.take("/")) throw text.malformed("no '/' between the numbers of buckets");
    return new Hash(entries, used, text.unsigned(), number(text, "longest chain:"));
  }

  private static long number(KernelText text, String name) throws MalformedSourceException {
    if (!text.nextLine() || !text.take(name)) throw text.malformed("no line '" + name + "'");
    return text.unsigned();
  }
}
