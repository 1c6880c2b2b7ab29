package dev.plimsoll.collectors.process;

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

/// Every file of `fixtures/bad/process`: the failure names path, line and text.
class BadProcessFilesTest {

  /// A file, and what is said of it.
  record Fault(String file, Parser<?> parser, int line, String text) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("cgroup/empty", ProcCgroup::parse, 1, "no cgroup"),
        new Fault("cgroup/no-colon", ProcCgroup::parse, 1, "no ':' after the number: \"4\""),
        new Fault("cgroup/no-number", ProcCgroup::parse, 1, "not a number: \"x:memory:/\""),
        new Fault("cgroup/no-path", ProcCgroup::parse, 1, "no ':': \"4:memory\""),
        new Fault(
            "cgroup/relative",
            ProcCgroup::parse,
            1,
            "the path does not begin with '/': \"4:memory:kubepods\""),
        new Fault("io/empty", ProcIo::parse, 1, "no line \"rchar:\": \"\""),
        new Fault("io/negative", ProcIo::parse, 2, "not a number: \"-1\""),
        new Fault(
            "io/no-write-calls",
            ProcIo::parse,
            6,
            "no line \"syscw:\": \"cancelled_write_bytes: 0\""),
        new Fault("limits/empty", ProcLimits::parse, 1, "no line \"Max processes\": \"\""),
        new Fault(
            "limits/letters",
            ProcLimits::parse,
            8,
            "not a number: \"none                 none                 processes\""),
        new Fault(
            "limits/no-open-files",
            ProcLimits::parse,
            16,
            "no line \"Max open files\": \"Max realtime timeout      unlimited    "
                + "        unlimited            us        \""),
        new Fault("oom_score/empty", text -> text.firstLine().unsigned(), 1, "the file is empty"),
        new Fault(
            "oom_score/letters", text -> text.firstLine().unsigned(), 1, "not a number: \"high\""),
        new Fault(
            "stat/cut-short",
            ProcStat::parse,
            1,
            "a field is missing: \"8851 (sleep) S 1001 8851 8851 0 -1 4194560 983"
                + " 0 0 0 1 0 0 0 20 0 1 0 194636 2392064 349 18446744073709551615"
                + " 4198400 5851325 140729886021936 0 0\""),
        new Fault("stat/empty", ProcStat::parse, 1, "the file is empty"),
        new Fault(
            "stat/letters",
            ProcStat::parse,
            1,
            "not a number: \"many 0 0 0 1 0 0 0 20 0 1 0 194636 2392064 349"
                + " 18446744073709551615 4198400 5851325 140729886021936 0 0 0 0 0 0 1 0"
                + " 0 17 0 0 0 0 0 0 6211832 6249712 316612608 1\""),
        new Fault(
            "stat/no-parenthesis",
            ProcStat::parse,
            1,
            "no '(' before the name: \"8851 sleep S 1001 8851\""),
        new Fault("stat/no-pid", ProcStat::parse, 1, "not a number: \"sleep (sleep) S 1\""),
        new Fault("stat/no-state", ProcStat::parse, 1, "the state is missing: \"8851 (sleep)\""),
        new Fault("stat/open-name", ProcStat::parse, 1, "no ')': \"8851 (sleep S 1001 8851\""),
        new Fault(
            "status/cut-short",
            ProcStatus::parse,
            41,
            "no line \"SigIgn:\" after this: \"SigBlk:\t0000000000000000\""),
        new Fault("status/empty", ProcStatus::parse, 1, "no line \"Tgid:\" after this: \"\""),
        new Fault("status/mask-is-no-number", ProcStatus::parse, 43, "not a mask: \"zero\""),
        new Fault("status/negative-memory", ProcStatus::parse, 23, "not a number: \"-4 kB\""),
        new Fault(
            "status/no-threads",
            ProcStatus::parse,
            58,
            "no line \"Threads:\" after this: \"nonvoluntary_ctxt_switches:\t136\""),
        new Fault(
            "status/two-uids",
            ProcStatus::parse,
            9,
            "a number is missing: \"Uid:\t10001\t10001\""));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theFailureNamesPathLineAndText(Fault fault) {
    String path = Fixture.bad("process/" + fault.file);
    assertEquals(
        new SourceFailure(Kind.MALFORMED, path, fault.line, fault.text),
        new KernelReader().section(path, Need.REQUIRED, fault.parser).failures().getFirst());
  }

  @Test
  void noFileIsForgotten() {
    List<String> files =
        Stream.of("cgroup", "io", "limits", "oom_score", "stat", "status")
            .flatMap(kind -> Fixture.faults("process/" + kind).stream())
            .map(name -> name.substring("process/".length()))
            .toList();
    assertEquals(files, faults().map(Fault::file).sorted().toList());
  }
}
