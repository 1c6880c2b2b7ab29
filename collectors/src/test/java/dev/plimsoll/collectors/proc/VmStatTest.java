package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmStatTest {
  private final KernelReader reader = new KernelReader();

  @ParameterizedTest
  @ValueSource(strings = {"v1-hybrid", "v2"})
  void keepsEveryLineInOrder(String node) throws Exception {
    Roots roots = Fixture.roots(node);
    VmStat vm = VmStat.read(reader, roots).present().orElseThrow();
    assertEquals(
        Files.readAllLines(Path.of(roots.proc("vmstat"))),
        vm.values().entrySet().stream()
            .map(value -> value.getKey() + ' ' + value.getValue())
            .toList());
  }

  @Test
  void aLineThatDoesNotParseTakesNoOtherWithIt() {
    VmStat vm =
        reader
            .section(Fixture.bad("vmstat/no-value"), Need.REQUIRED, VmStat::parse)
            .present()
            .orElseThrow();
    assertEquals(Map.of("nr_free_pages", 6097911L, "oom_kill", 0L), vm.values());
    assertEquals(OptionalLong.empty(), vm.value("pgmajfault"));
  }

  @Test
  void someNumbersMayBeNegative() throws Exception {
    byte[] line = "nr_unstable -1\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        OptionalLong.of(-1), VmStat.parse(new KernelText("vmstat", line)).value("nr_unstable"));
  }
}
