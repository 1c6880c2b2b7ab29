package dev.plimsoll.collectors.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSourcesTest {
  private final KernelReader reader = new KernelReader();

  @Test
  void realNodes() {
    assertEquals(
        new Section.Present<>(new ClockSources(List.of("tsc", "kvm-clock"), "tsc")),
        ClockSources.read(reader, Fixture.roots("v1-hybrid")));
    assertEquals(
        new Section.Present<>(new ClockSources(List.of("hpet", "acpi_pm"), "hpet")),
        ClockSources.read(reader, Fixture.roots("v2")));
  }

  @ParameterizedTest
  @CsvSource({"blank, a field is missing: \"\"", "empty, the file is empty"})
  void theFailureNamesPathLineAndText(String fault, String text) {
    String path = Fixture.bad("clocksource/" + fault);
    assertEquals(
        new Section.Failed<>(new SourceFailure(Kind.MALFORMED, path, 1, text)),
        reader.section(path, Need.REQUIRED, ClockSources::parse));
  }

  @Test
  void aTreeWithoutThemHasNone() {
    assertInstanceOf(Section.Absent.class, ClockSources.read(reader, Fixture.roots("containers")));
  }
}
