package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.Pressure.Stall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressureTest {
  private static final String SOME = "some avg10=1.50 avg60=2.25 avg300=100.00 total=42\n";

  @TempDir private Path proc;

  @Test
  void cpuHadNoFullBeforeLinux513() throws Exception {
    assertEquals(
        new Pressure(Optional.of(new Stall(1.5, 2.25, 100, 42)), Optional.empty()), parse(SOME));
  }

  @Test
  void interruptsHaveOnlyFull() throws Exception {
    assertEquals(
        new Pressure(Optional.empty(), Optional.of(new Stall(0, 0, 0, 7))),
        parse("full avg10=0.00 avg60=0.00 avg300=0.00 total=7\n"));
  }

  @Test
  void kindsThatAreNotKnownArePassedOver() throws Exception {
    assertEquals(parse(SOME), parse("most avg10=much\n" + SOME));
  }

  @Test
  void withoutTheFilesTheWholeIsAbsent() {
    assertEquals(
        new Section.Absent<>(proc + "/pressure/cpu: No such file or directory"), readNode());
  }

  @Test
  void aFileThatDoesNotParseTakesNoOtherWithIt() throws Exception {
    Files.createDirectory(proc.resolve("pressure"));
    Files.writeString(proc.resolve("pressure/cpu"), SOME);
    Files.writeString(proc.resolve("pressure/io"), "nothing\n");
    Section<NodePressure> node = readNode();
    assertEquals(
        new NodePressure(
            Optional.of(parse(SOME)), Optional.empty(), Optional.empty(), Optional.empty()),
        node.present().orElseThrow());
    assertEquals(proc + "/pressure/io", node.failures().getFirst().path());
  }

  @Test
  void whereNoneCanBeReadItHasFailed() throws Exception {
    Files.createDirectory(proc.resolve("pressure"));
    Files.writeString(proc.resolve("pressure/io"), "nothing\n");
    assertInstanceOf(Section.Failed.class, readNode());
  }

  private Section<NodePressure> readNode() {
    return NodePressure.read(new KernelReader(), new Roots(proc.toString(), "/sys", "/"));
  }

  private static Pressure parse(String text) throws Exception {
    return Pressure.parse(new KernelText("cpu", text.getBytes(StandardCharsets.UTF_8)));
  }
}
