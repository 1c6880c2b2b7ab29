package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes are a value or malformed, and the same one each time; nothing else comes out of the
/// parsers. The inputs are the captured files, changed at random from a fixed seed;
/// `-Dfuzz.inputs=10000000 -Dfuzz.seed=2` tries more and other ones. An input that once did harm is
/// written below `fixtures/fuzz`, and is tried first from then on.
class ProcFilesFuzzTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  record Kind(String file, Parser<?> parser) {
    @Override
    public String toString() {
      return file;
    }

    private Optional<Object> parse(byte[] bytes) {
      try {
        return Optional.of(parser.parse(new KernelText("fuzz", bytes)));
      } catch (MalformedSourceException _) {
        return Optional.empty();
      }
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("stat", ProcStat::parse),
        new Kind("status", ProcStatus::parse),
        new Kind("io", ProcIo::parse),
        new Kind("cgroup", ProcCgroup::parse),
        new Kind("limits", ProcLimits::parse),
        new Kind("cmdline", ProcCmdline::parse));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anyBytesAreAValueOrMalformed(Kind kind) throws IOException {
    for (byte[] known : files(FIXTURES.resolve("fuzz"), kind)) attempt(kind, known);
    List<byte[]> seeds = files(FIXTURES.resolve("containers/proc"), kind);
    SplittableRandom random = new SplittableRandom(SEED);
    Mutation mutation = new Mutation(random);
    for (int count = 0; count < INPUTS; count++) {
      attempt(kind, mutation.of(seeds.get(random.nextInt(seeds.size()))));
    }
  }

  private static void attempt(Kind kind, byte[] bytes) throws IOException {
    try {
      assertEquals(kind.parse(bytes), kind.parse(bytes));
    } catch (RuntimeException | AssertionError harm) {
      Path kept = FIXTURES.resolve("fuzz/%08x/%s".formatted(Arrays.hashCode(bytes), kind.file));
      Files.createDirectories(kept.getParent());
      Files.write(kept, bytes);
      fail("kept as " + kept, harm);
    }
  }

  private static List<byte[]> files(Path below, Kind kind) throws IOException {
    if (!Files.exists(below)) return List.of();
    List<Path> paths;
    try (Stream<Path> all = Files.walk(below)) {
      paths = all.filter(path -> path.endsWith(kind.file)).sorted().toList();
    }
    return paths.stream().map(ProcFilesFuzzTest::bytes).toList();
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
