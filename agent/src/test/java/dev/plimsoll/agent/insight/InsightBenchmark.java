package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.metrics.CapturedNode;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcCgroup;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcExe;
import dev.plimsoll.collectors.process.ProcIo;
import dev.plimsoll.collectors.process.ProcLimits;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessId;
import dev.plimsoll.collectors.process.ProcessTable;
import dev.plimsoll.collectors.process.SeldomFacts;
import dev.plimsoll.collectors.process.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// What the conclusions of one pass cost after the table has been read: processes in 220
/// containers, a tenth of them children of a session from outside, on the compiler that the agent
/// runs with.
///
/// `mvn -Pbench -Dquick -pl agent -am test-compile -Dbench=Insight`
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:TieredStopAtLevel=1")
public class InsightBenchmark {
  private static final int CONTAINERS = 220;
  private static final int SHIM = 1;

  @Param({"2000", "10000"})
  int processes;

  private final ContainerPass pass = new ContainerPass();
  private final PodView view = new PodView(CapturedNode.read("v2"), PodIndex.standAlone());
  private ProcessTable table = new ProcessTable(List.of(), 0, 0, Map.of());
  private Reading<ProcessTable> reading = reading(table);

  @Setup
  public void makeTable() {
    List<ProcessEntry> entries = new ArrayList<>();
    entries.add(process(SHIM, 0, SHIM, "/system.slice/containerd.service"));
    for (int pid = 2; pid < processes; pid++) entries.add(process(pid));
    table = new ProcessTable(entries, 0, 0, Map.of());
    reading = reading(table);
  }

  private static Reading<ProcessTable> reading(ProcessTable table) {
    return new Reading<>(
        Source.PROCESSES, new Section.Present<>(table), Instant.now(), Duration.ZERO);
  }

  private static ProcessEntry process(int pid) {
    int container = pid % CONTAINERS;
    int generation = pid / CONTAINERS;
    String path =
        "/kubepods/burstable/pod%08x-1111-2222-3333-444455556666/%064x"
            .formatted(container / 2, container);
    boolean isFirst = generation == 0 || pid == CONTAINERS;
    boolean isExec = generation == 5;
    int session = generation > 5 ? 5 * CONTAINERS + container : isExec ? pid : container;
    int parent = isFirst || isExec ? SHIM : pid - CONTAINERS;
    return process(pid, parent, session, path);
  }

  private static ProcessEntry process(int pid, int parent, int session, String path) {
    String comm = pid / CONTAINERS % 2 == 0 ? "nginx" : "envoy";
    ProcStat stat =
        new ProcStat(
            pid,
            comm,
            TaskState.SLEEPING,
            parent,
            pid,
            session,
            0,
            -1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            20,
            0,
            1,
            pid,
            1 << 20,
            100,
            0,
            0,
            0,
            0,
            0,
            0,
            0);
    ProcStatus.Ids root = new ProcStatus.Ids(0, 0, 0, 0);
    ProcStatus status =
        new ProcStatus(
            pid,
            List.of(pid, 1),
            root,
            root,
            Optional.empty(),
            1,
            new ProcStatus.Signals(0, 0, 0),
            0,
            0,
            0);
    ProcLimits.Pair files = new ProcLimits.Pair(new Limit.Of(1024), new Limit.Unlimited());
    return new ProcessEntry(
        new ProcessId(pid, pid),
        stat,
        new Section.Present<>(new ProcIo(0, 0, 0, 0, 0, 0, 0)),
        new Section.Present<>(
            new ProcCgroup(path, List.of(new ProcCgroup.Membership(0, "", path)))),
        new Section.Present<>(new ProcCmdline(List.of("/bin/" + comm), false)),
        new Section.Present<>(new ProcExe("/bin/" + comm, false)),
        new SeldomFacts(
            new Section.Present<>(status),
            new Section.Present<>(new ProcLimits(files, files)),
            new Section.Present<>(3L),
            new Section.Present<>(666L),
            Instant.EPOCH));
  }

  @Benchmark
  public Insights pass() {
    return pass.next(reading, table, view, Optional.empty());
  }
}
