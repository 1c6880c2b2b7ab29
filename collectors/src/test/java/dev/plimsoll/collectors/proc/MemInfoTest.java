package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemInfoTest {
  private final KernelReader reader = new KernelReader();

  @ParameterizedTest
  @ValueSource(strings = {"v1-hybrid", "v2"})
  void keepsEveryLine(String node) throws Exception {
    Roots roots = Fixture.roots(node);
    MemInfo memory = MemInfo.read(reader, roots).present().orElseThrow();
    List<String> lines =
        Stream.concat(
                memory.sizes().entrySet().stream()
                    .map(size -> size.getKey() + ": " + size.getValue() / 1024 + " kB"),
                memory.counts().entrySet().stream()
                    .map(count -> count.getKey() + ": " + count.getValue()))
            .sorted()
            .toList();
    assertEquals(
        Files.readAllLines(Path.of(roots.proc("meminfo"))).stream()
            .map(line -> line.replaceAll(" +", " "))
            .sorted()
            .toList(),
        lines);
  }

  @Test
  void aLineThatDoesNotParseTakesNoOtherWithIt() {
    MemInfo memory =
        reader
            .section(Fixture.bad("meminfo/no-number"), Need.REQUIRED, MemInfo::parse)
            .present()
            .orElseThrow();
    assertEquals(List.of("MemTotal", "Buffers"), List.copyOf(memory.sizes().keySet()));
    assertEquals(24684092L * 1024, memory.total());
  }
}
