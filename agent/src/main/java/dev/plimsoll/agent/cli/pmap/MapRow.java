package dev.plimsoll.agent.cli.pmap;

import dev.plimsoll.collectors.process.ProcMaps;
import dev.plimsoll.collectors.process.ProcMaps.Mapping;
import dev.plimsoll.collectors.process.ProcMaps.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// A line of the table: a mapping, all mappings of a file, or all there are.
///
/// @param address empty in sums
/// @param name the path, or what the kernel calls it
record MapRow(String address, String mode, Mapping mapping, String name, Optional<Usage> usage) {
  private static final Mapping NOTHING = new Mapping(0, 0, "----", 0, "", 0, "", Optional.empty());

  /// @param fullPath whether files have their folders
  static MapRow of(Mapping mapping, boolean fullPath) {
    return new MapRow(
        padded(mapping.start()),
        mode(mapping.permissions()),
        mapping,
        name(mapping.path(), fullPath),
        mapping.usage());
  }

  private static String padded(long address) {
    String digits = Long.toHexString(address);
    return "0".repeat(16 - digits.length()) + digits;
  }

  /// As pmap has it: `rwxs` and a place for what the kernel no longer tells.
  private static String mode(String permissions) {
    return permissions.replace('p', '-') + '-';
  }

  private static String name(String path, boolean full) {
    if (path.isEmpty()) return "  [ anon ]";
    if (path.startsWith("[")) return "  [ " + path.replaceAll("[\\[\\]]", "") + " ]";
    return full ? path : path.substring(path.lastIndexOf('/') + 1);
  }

  static MapRow sum(List<MapRow> rows, String address, String name) {
    long size = sum(rows, row -> row.mapping.size());
    Optional<Usage> usage =
        rows.stream().anyMatch(row -> row.usage.isPresent())
            ? Optional.of(usage(rows))
            : Optional.empty();
    Mapping all = new Mapping(0, size, NOTHING.permissions(), 0, "", 0, name, usage);
    return new MapRow(address, "", all, name, usage);
  }

  private static Usage usage(List<MapRow> rows) {
    return new Usage(
        sum(rows, row -> row.used(Usage::rss)),
        sum(rows, row -> row.used(Usage::pss)),
        sum(rows, row -> row.used(Usage::dirty)),
        sum(rows, row -> row.used(Usage::referenced)),
        sum(rows, row -> row.used(Usage::anonymous)),
        sum(rows, row -> row.used(Usage::swap)),
        sum(rows, row -> row.used(Usage::locked)));
  }

  private static long sum(List<MapRow> rows, ToLongFunction<MapRow> number) {
    return rows.stream().mapToLong(number).sum();
  }

  long used(ToLongFunction<Usage> number) {
    return usage.map(number::applyAsLong).orElse(0L);
  }

  /// All files that are mapped, each once, by name.
  static List<MapRow> files(ProcMaps maps, boolean fullPath) {
    Map<String, List<MapRow>> files = new TreeMap<>();
    for (Mapping mapping : maps.mappings()) {
      if (!mapping.path().startsWith("/")) continue;
      MapRow row = of(mapping, fullPath);
      files.computeIfAbsent(row.name, _ -> new ArrayList<>()).add(row);
    }
    List<MapRow> sums = new ArrayList<>();
    files.forEach((name, rows) -> sums.add(sum(rows, "", name)));
    return sums;
  }
}
