package dev.plimsoll.collectors.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `fixtures/bad` that tells of NUMA nodes and of SELinux.
class BadNodeSectionsTest {
  private static final Object NOTHING = "nothing";
  private static final Map<String, Long> FREE = Map.of("MemFree", 8192L);

  /// A file, what is said of it, and what is left of it.
  record Fault(String file, Parser<?> parser, int line, String text, Object left) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault(
            "avc-cache/names-only",
            AccessCache::counts,
            1,
            "names without numbers: \"lookups hits misses\"",
            NOTHING),
        new Fault(
            "avc-cache/short-line",
            AccessCache::counts,
            2,
            "a number is missing: \"1 2\"",
            NOTHING),
        new Fault(
            "avc-hash/line-missing",
            AccessCache::hash,
            2,
            "no line 'buckets used:': \"longest chain: 7\"",
            NOTHING),
        new Fault(
            "avc-hash/no-slash",
            AccessCache::hash,
            2,
            "no '/' between the numbers of buckets: \"buckets used: 283\"",
            NOTHING),
        new Fault("numa-meminfo/empty", NumaMemory::meminfo, 1, "no line of memory: \"\"", NOTHING),
        new Fault(
            "numa-meminfo/no-colon",
            NumaMemory::meminfo,
            1,
            "no ':': \"Node 0 MemTotal 16 kB\"",
            FREE),
        new Fault(
            "numa-meminfo/too-large",
            NumaMemory::meminfo,
            1,
            "too large: \"Node 0 MemTotal: 9223372036854775807 kB\"",
            FREE),
        new Fault(
            "numa-meminfo/wrong-unit",
            NumaMemory::meminfo,
            1,
            "a unit that is not kB: \"Node 0 MemTotal: 16 MB\"",
            FREE),
        new Fault(
            "numastat/no-number",
            NumaMemory::numastat,
            1,
            "a number is missing: \"numa_hit\"",
            Map.of("numa_miss", 3L)),
        new Fault("per-cpu/empty", PerCpuCounts::parse, 1, "the file is empty", NOTHING),
        new Fault("per-cpu/no-colon", PerCpuCounts::parse, 2, "no ':': \"LOC 3 4\"", timers()),
        new Fault("per-cpu/no-cpu", PerCpuCounts::parse, 1, "no CPU: \"LOC: 3 4\"", NOTHING),
        new Fault("per-cpu/no-number", PerCpuCounts::parse, 2, "not a number: \"x\"", timers()));
  }

  private static PerCpuCounts timers() {
    return new PerCpuCounts(
        List.of(0L, 2L),
        List.of(new PerCpuCounts.Kind("TIMER", List.of(5L, 6L), List.of("a", "b"))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theFailureNamesPathLineAndText(Fault fault) {
    String path = Fixture.bad(fault.file);
    Section<?> section = new KernelReader().section(path, Need.REQUIRED, fault.parser);
    assertEquals(
        new SourceFailure(Kind.MALFORMED, path, fault.line, fault.text),
        section.failures().getFirst());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatElseIsThereCounts(Fault fault) {
    Section<?> section =
        new KernelReader().section(Fixture.bad(fault.file), Need.REQUIRED, fault.parser);
    Optional<?> left = section.present();
    assertEquals(fault.left, left.isPresent() ? left.get() : NOTHING);
  }

  @Test
  void noFileIsForgotten() {
    List<String> files =
        Stream.of("avc-cache", "avc-hash", "numa-meminfo", "numastat", "per-cpu")
            .flatMap(file -> Fixture.faults(file).stream())
            .toList();
    assertEquals(files, faults().map(Fault::file).toList());
  }
}
