package dev.plimsoll.collectors.proc;

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

/// Every file of `fixtures/bad` that is the node's own: the failure names path, line and text.
class BadNodeFilesTest {

  /// A file, and what is said of it.
  record Fault(String file, Parser<?> parser, int line, String text) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("auxv/cut-short", AuxiliaryVector::parse, 0, "no AT_CLKTCK"),
        new Fault("auxv/no-clock-ticks", AuxiliaryVector::parse, 0, "no AT_CLKTCK"),
        new Fault("auxv/zero-page", AuxiliaryVector::parse, 0, "no AT_PAGESZ"),
        new Fault(
            "diskstats/half-of-discards",
            DiskStats::parse,
            1,
            "a number is missing: \" 254       0 vda 43643 9272 2472322 8534 27122 63288 8609248"
                + " 16578 0 8120 27783 48331 35\""),
        new Fault("diskstats/letters", DiskStats::parse, 1, "not a number: \"? 8120 27783\""),
        new Fault(
            "diskstats/short-line",
            DiskStats::parse,
            1,
            "a number is missing: \" 254       0 vda 43643 9272 2472322 8534 27122\""),
        new Fault("entropy/empty", Entropy::parse, 1, "the file is empty"),
        new Fault("entropy/letters", Entropy::parse, 1, "not a number: \"plenty\""),
        new Fault("file-nr/empty", FileHandles::parse, 1, "the file is empty"),
        new Fault("file-nr/no-maximum", FileHandles::parse, 1, "a number is missing: \"4473\t0\""),
        new Fault("hostname/empty", KernelIdentity::parse, 1, "the file is empty"),
        new Fault("loadavg/comma", LoadAvg::parse, 1, "not a number: \",36 0.30 2/1312 40771\""),
        new Fault("loadavg/empty", LoadAvg::parse, 1, "the file is empty"),
        new Fault(
            "loadavg/no-slash",
            LoadAvg::parse,
            1,
            "no '/' between the numbers of tasks: \"0.42 0.36 0.30 2 1312 40771\""),
        new Fault("loadavg/two-averages", LoadAvg::parse, 1, "a number is missing: \"0.42 0.36\""),
        new Fault("meminfo/empty", MemInfo::parse, 1, "no line MemTotal: \"\""),
        new Fault("meminfo/no-colon", MemInfo::parse, 2, "no ':': \"MemFree        24391644 kB\""),
        new Fault(
            "meminfo/no-number", MemInfo::parse, 2, "a number is missing: \"MemFree:        \""),
        new Fault(
            "meminfo/no-total",
            MemInfo::parse,
            1,
            "no line MemTotal: \"MemFree:        24391644 kB\""),
        new Fault(
            "meminfo/too-large",
            MemInfo::parse,
            2,
            "too large: \"VmallocTotal:   18014398509481984 kB\""),
        new Fault(
            "meminfo/wrong-unit",
            MemInfo::parse,
            2,
            "a unit that is not kB: \"MemFree:           23820 MB\""),
        new Fault("netdev/empty", NetDev::parse, 1, "the file is empty"),
        new Fault(
            "netdev/no-colon",
            NetDev::parse,
            3,
            "no ':': \"    lo    4463      39    0    0    0     0          0         0     4463"
                + "      39    0    0    0     0       0          0\""),
        new Fault(
            "netdev/short-line",
            NetDev::parse,
            3,
            "a number is missing: \"    lo:    4463      39    0    0    0     0          0"
                + "         0     4463      39\""),
        new Fault("os-release/no-equals", OsRelease::parse, 2, "no '=': \"VERSION_ID\""),
        new Fault(
            "os-release/open-quote",
            OsRelease::parse,
            2,
            "a quote that does not end: \"PRETTY_NAME=\"Debian GNU/Linux\""),
        new Fault("pressure/empty", Pressure::parse, 1, "neither some nor full: \"\""),
        new Fault(
            "pressure/letters",
            Pressure::parse,
            1,
            "not a number: \"much avg300=3.73 total=119609632\""),
        new Fault(
            "pressure/no-avg60",
            Pressure::parse,
            2,
            "no avg60=: \"full avg10=0.00 avg300=0.00 total=0\""),
        new Fault(
            "pressure/no-total",
            Pressure::parse,
            1,
            "no total=: \"some avg10=1.88 avg60=1.41 avg300=3.73\""),
        new Fault(
            "pressure/unknown-kinds",
            Pressure::parse,
            1,
            "neither some nor full: \"most avg10=0.00 avg60=0.00 avg300=0.00 total=0\""),
        new Fault(
            "schedstat/short-cpu",
            SchedStat::parse,
            2,
            "a number is missing: \"cpu0 0 0 0 0 0 0 12289897372\""),
        new Fault("stat/empty", KernelStat::parse, 1, "the file is empty"),
        new Fault("stat/letters", KernelStat::parse, 2, "not a number: \"many\""),
        new Fault(
            "stat/negative",
            KernelStat::parse,
            1,
            "not a number: \"-9367 192295 389 0 98 16 0 0\""),
        new Fault(
            "stat/no-total",
            KernelStat::parse,
            1,
            "no line of all CPUs: \"cpu0 19271 0 4267 96723 22 0 18 5 0 0\""),
        new Fault(
            "stat/short-cpu",
            KernelStat::parse,
            3,
            "a number is missing: \"cpu1 19150 0 5099 95571\""),
        new Fault("task-limits/empty", TaskLimits::parse, 1, "the file is empty"),
        new Fault("task-limits/letters", TaskLimits::parse, 1, "not a number: \"many\""),
        new Fault("uptime/empty", Uptime::parse, 1, "the file is empty"),
        new Fault("uptime/one-number", Uptime::parse, 1, "a number is missing: \"1234.56\""),
        new Fault("vmstat/empty", VmStat::parse, 1, "no values: \"\""),
        new Fault("vmstat/hexadecimal", VmStat::parse, 2, "not a number: \"0x10\""),
        new Fault("vmstat/no-value", VmStat::parse, 2, "a number is missing: \"pgmajfault\""));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theFailureNamesPathLineAndText(Fault fault) {
    String path = Fixture.bad(fault.file);
    assertEquals(
        new SourceFailure(Kind.MALFORMED, path, fault.line, fault.text),
        new KernelReader().section(path, Need.REQUIRED, fault.parser).failures().getFirst());
  }

  @Test
  void noFileIsForgotten() {
    List<String> files =
        Stream.of(
                "auxv",
                "diskstats",
                "entropy",
                "file-nr",
                "hostname",
                "loadavg",
                "meminfo",
                "netdev",
                "os-release",
                "pressure",
                "schedstat",
                "stat",
                "task-limits",
                "uptime",
                "vmstat")
            .flatMap(file -> Fixture.faults(file).stream())
            .toList();
    assertEquals(files, faults().map(Fault::file).toList());
  }
}
