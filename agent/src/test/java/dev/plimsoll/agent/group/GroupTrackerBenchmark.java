package dev.plimsoll.agent.group;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one pass costs after the table has been read: processes in 110 pods of two containers each,
/// two programs in a container, on the compiler that the agent runs with.
///
/// `mvn -Pbench -Dquick -pl agent -am test-compile -Dbench=GroupTracker`
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:TieredStopAtLevel=1")
public class GroupTrackerBenchmark {
  private static final int CONTAINERS = 220;
  private static final KernelUnits UNITS = new KernelUnits(100, 4096, 1_700_000_000);

  @Param({"500", "2000", "10000"})
  int processes;

  /// How many of a hundred processes did something since the pass before.
  @Param({"2", "100"})
  int active;

  private final GroupTracker tracker =
      new GroupTracker(NamingRules.none(), NamingRules.byComm(), Long::toString);
  private final PodIndex pods = PodIndex.standAlone();
  private List<Section<ProcessTable>> tables = List.of();
  private int next;

  /// Sixteen passes in which CPU times rise; after the last the first comes again, where they fall,
  /// which costs the same.
  @Setup
  public void makeTables() {
    List<Section<ProcessTable>> made = new ArrayList<>();
    List<ProcessEntry> last = new ArrayList<>();
    for (int pid = 1; pid <= processes; pid++) last.add(process(pid, 0));
    for (int pass = 1; pass <= 16; pass++) {
      List<ProcessEntry> now = new ArrayList<>(last);
      for (int pid = 1; pid <= processes; pid++) {
        if (pid % 100 < active) now.set(pid - 1, changed(now.get(pid - 1), process(pid, pass)));
      }
      made.add(Processes.table(now));
      last = now;
    }
    tables = made;
    tracker.update(tables.getFirst(), pods, UNITS);
  }

  /// As the reader makes it: what was read once stays the same object.
  private static ProcessEntry changed(ProcessEntry before, ProcessEntry now) {
    return new ProcessEntry(
        before.id(),
        now.stat(),
        now.io(),
        before.cgroup(),
        before.cmdline(),
        before.exe(),
        before.seldom());
  }

  private static ProcessEntry process(int pid, int pass) {
    int container = pid % CONTAINERS;
    String path =
        "/kubepods/burstable/pod%08x-1111-2222-3333-444455556666/%064x"
            .formatted(container / 2, container);
    String program = pid / CONTAINERS % 2 == 0 ? "/usr/bin/nginx" : "/usr/bin/envoy";
    return Processes.process(pid, 100 + pid, program).in(path).user(pass).entry();
  }

  @Benchmark
  public ProcessGroups pass() {
    next = next + 1 == tables.size() ? 0 : next + 1;
    return tracker.update(tables.get(next), pods, UNITS);
  }
}
