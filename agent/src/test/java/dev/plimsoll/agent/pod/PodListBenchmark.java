package dev.plimsoll.agent.pod;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/// A list of 250 pods of 20 KB each, of which none has changed: all of it read, and only looked
/// over.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PodListBenchmark {
  private static final int PODS = 250;
  private static final int VARIABLES = 330;

  private final PodJson json = new PodJson(KeptAnnotations.none());
  private final RepeatedPods repeated = new RepeatedPods(json);
  private byte[] list = {};

  @Setup
  public void prepare() throws IOException {
    String variables =
        IntStream.range(0, VARIABLES)
            .mapToObj("{\"name\":\"SOME_VARIABLE_%d\",\"value\":\"and its value\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    list =
        IntStream.range(0, PODS)
            .mapToObj(number -> pod(number, variables))
            .collect(Collectors.joining(",", "{\"kind\":\"PodList\",\"items\":[", "]}"))
            .getBytes(StandardCharsets.UTF_8);
    repeated.read(new ByteArrayInputStream(list));
  }

  private static String pod(int number, String variables) {
    return "{\"metadata\":{\"uid\":\"u%d\",\"name\":\"p\",\"namespace\":\"n\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"env\":%s}]}}"
        .formatted(number, variables);
  }

  @Benchmark
  public List<Pod> readsAll() throws IOException {
    return json.list(new ByteArrayInputStream(list)).pods();
  }

  @Benchmark
  public List<Pod> looksOver() throws IOException {
    return repeated.read(new ByteArrayInputStream(list));
  }
}
