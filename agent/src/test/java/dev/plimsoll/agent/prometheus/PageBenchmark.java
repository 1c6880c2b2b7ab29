package dev.plimsoll.agent.prometheus;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A page of 8,800 series about 220 containers, by our writer and by the library's, compiled as the
/// agent's code is.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PageBenchmark {
  private static final int CONTAINERS = 220;
  private static final int FAMILIES = 40;

  private final LabelBytes labelBytes = new LabelBytes();
  private final List<Family> families = new ArrayList<>();
  private final List<Labels> containers = new ArrayList<>();

  @Setup
  public void prepare() {
    for (int family = 0; family < FAMILIES; family++) {
      families.add(Family.gauge("plimsoll_container_memory_" + family + "_bytes", "Some memory."));
    }
    for (int container = 0; container < CONTAINERS; container++) {
      containers.add(
          Labels.of(
              "namespace", "production",
              "pod", "backend-5d4f8c7b9-x" + container,
              "container", "backend",
              "workload", "backend",
              "workload_kind", "Deployment"));
    }
  }

  private void write(Sink sink) {
    for (Labels labels : containers) {
      for (int family = 0; family < FAMILIES; family++) {
        double value = family % 3 == 0 ? family * 1e9 / 7 : family * 4096.0;
        sink.sample(families.get(family), labels, value);
      }
    }
  }

  @Benchmark
  public PageBody own() {
    TextPage page = new TextPage(_ -> true, 10_000, labelBytes, true);
    write(page);
    labelBytes.endPage();
    return page.body();
  }

  @Benchmark
  public ByteArrayOutputStream library() throws IOException {
    SampleSet samples = new SampleSet(_ -> true, 10_000);
    write(samples);
    ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);
    PrometheusTextFormatWriter.create()
        .write(body, samples.snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
    return body;
  }
}
