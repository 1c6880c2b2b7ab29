package dev.plimsoll.collectors.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counters of energy that may not be read. Root may read every file but those of sysfs that are
/// only for writing.
class RaplTest {
  private static final Path FOR_WRITING = Path.of("/sys/bus/platform/drivers_probe");

  @TempDir private Path sys;

  @BeforeEach
  void twoZones() throws IOException {
    zone("intel-rapl:0", "package-0");
    zone("intel-rapl:0:0", "core");
  }

  private void zone(String directory, String name) throws IOException {
    Path zone = Files.createDirectories(sys.resolve("class/powercap").resolve(directory));
    Files.writeString(zone.resolve("name"), name + "\n");
    Files.createSymbolicLink(energy(directory), FOR_WRITING);
  }

  private Path energy(String directory) {
    return sys.resolve("class/powercap").resolve(directory).resolve("energy_uj");
  }

  private Section<Rapl> read() {
    return Rapl.read(new KernelReader(), new Roots("/nowhere", sys.toString(), "/nowhere"));
  }

  @Test
  void whoMayReadNoneIsNotOfferedAny() {
    String why = energy("intel-rapl:0") + ": Permission denied";
    assertEquals(new Section.Absent<>(why), read());
  }

  @Test
  void oneOfThemThatIsDeniedIsAFailure() throws IOException {
    Path energy = energy("intel-rapl:0:0");
    Files.delete(energy);
    Files.writeString(energy, "240422366267\n");
    Section<Rapl> section = read();
    Rapl.Zone zone =
        new Rapl.Zone("core", 0, sys + "/class/powercap/intel-rapl:0:0", 240_422_366_267L);
    assertEquals(List.of(zone), section.present().orElseThrow().zones());
    SourceFailure failure = section.failures().getFirst();
    assertEquals(SourceFailure.Kind.DENIED, failure.kind());
    assertEquals(energy("intel-rapl:0").toString(), failure.path());
  }

  /// A device that fails is no device that hides.
  @Test
  void whatFailsIsNoDenial() throws IOException {
    for (String zone : List.of("intel-rapl:0", "intel-rapl:0:0")) {
      Files.delete(energy(zone));
      Files.createSymbolicLink(energy(zone), Path.of("/proc/self/mem"));
    }
    assertEquals(
        List.of(SourceFailure.Kind.IO, SourceFailure.Kind.IO),
        read().failures().stream().map(SourceFailure::kind).toList());
  }
}
