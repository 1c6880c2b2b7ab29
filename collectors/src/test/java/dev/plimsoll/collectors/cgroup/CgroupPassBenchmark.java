package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One pass over the control groups of this machine, each a second after the last, as the agent
/// makes them: a group that runs once a second is seen to. `cpuMillis` counts the reading thread;
/// divide it by the number of passes. Run it beside a load of processes in control groups.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 60)
@Measurement(iterations = 24)
public class CgroupPassBenchmark {
  @Param("1050")
  private long restMillis;

  private final CgroupReader reader =
      new CgroupReader(
          new KernelReader(),
          new Roots("/proc", "/sys", ""),
          Clock.systemUTC(),
          CgroupPace.usual());

  /// CPU time of the thread that reads.
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Cpu {
    public double cpuMillis;
    private long began;

    @Setup(Level.Invocation)
    public void begin() {
      began = now();
    }

    @TearDown(Level.Invocation)
    public void end() {
      cpuMillis += (now() - began) / 1e6;
    }

    private static long now() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }

  @Setup(Level.Iteration)
  public void rest() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(restMillis);
  }

  @TearDown
  public void close() {
    reader.close();
  }

  @Benchmark
  public Section<CgroupTree> pass(Cpu cpu) {
    return reader.read();
  }
}
