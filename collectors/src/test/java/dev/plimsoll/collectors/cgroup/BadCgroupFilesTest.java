package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `fixtures/bad/cgroup`: the failure names path, line and text.
class BadCgroupFilesTest {

  /// A file, and what is said of it first.
  record Fault(String file, Parser<?> parser, int line, String text) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("blkio-no-number", BlkioThrottle::parse, 1, "a number is missing: \"8:0 Read\""),
        new Fault("cpu.max-letters", CpuBandwidth::parse, 1, "not a number: \"all 100000\""),
        new Fault("cpu.max-no-period", CpuBandwidth::parse, 1, "a number is missing: \"max\""),
        new Fault(
            "cpu.stat-cut-early",
            CpuStat::parse,
            2,
            "no line \"user_usec\" with a number: \"user_u\""),
        new Fault(
            "cpu.stat-cut-in-the-middle",
            CpuStat::parse,
            4,
            "no line \"nr_throttled\" with a number: \"nr_periods 18\""),
        new Fault(
            "cpu.stat-empty", CpuStat::parse, 1, "no line \"usage_usec\" with a number: \"\""),
        new Fault("cpu.stat-letters", CpuStat::parse, 1, "not a number: \"lots\""),
        new Fault(
            "cpuacct.stat-no-system",
            text -> CpuTime.parseV1(0, text),
            1,
            "no line \"system\" with a number: \"user 12\""),
        new Fault("io.stat-letters", IoStat::parse, 1, "not a number: \"x rios=1 wios=2\""),
        new Fault(
            "limits-no-open-files",
            OpenFileLimit::parse,
            1,
            "no line \"Max open files\": \"Max cpu time              unlimited            unlimited            seconds\""),
        new Fault(
            "memory.events-no-oom-kill",
            MemoryEvents::parse,
            3,
            "no line \"oom_kill\" with a number: \"max 12\""),
        new Fault("memory.max-empty", Limit::parse, 1, "the file is empty"),
        new Fault("memory.max-letters", Limit::parse, 1, "not a number: \"plenty\""),
        new Fault(
            "memory.oom_control-before-linux-4.13",
            MemoryEvents::parseV1,
            2,
            "no line \"oom_kill\" with a number: \"under_oom 0\""),
        new Fault(
            "memory.stat-no-number",
            MemoryStat::parse,
            3,
            "no line \"file\" with a number: \"kernel 12\""),
        new Fault(
            "memory.stat-v1-cut",
            MemoryStat::parseV1,
            21,
            "no line \"total_rss\" with a number: \"hierarchical_memory\""),
        new Fault(
            "memory.stat-v1-no-number",
            MemoryStat::parseV1,
            42,
            "no line \"total_rss\" with a number: \"total_unevictable 0\""));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesTheFault(Fault fault) {
    String path = Fixture.bad("cgroup/" + fault.file());
    List<SourceFailure> failures =
        new KernelReader().section(path, Need.REQUIRED, fault.parser()).failures();
    SourceFailure expected = new SourceFailure(Kind.MALFORMED, path, fault.line(), fault.text());
    assertEquals(expected, failures.isEmpty() ? null : failures.getFirst());
  }

  @Test
  void everyFileIsTried() {
    List<String> tried = faults().map(fault -> "cgroup/" + fault.file()).sorted().toList();
    assertEquals(Fixture.faults("cgroup"), tried);
  }
}
