package dev.plimsoll.collectors.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HwmonTest {
  @TempDir private Path sys;

  private Section<Hwmon> read() {
    return Hwmon.read(new KernelReader(), new Roots("/nowhere", sys.toString(), "/nowhere"));
  }

  /// As the kernel links them: the chip below its device, and back again.
  @Test
  void aChipIsNamedForTheDeviceThatItSitsIn() throws IOException {
    Path chip =
        Files.createDirectories(sys.resolve("devices/pci0000:00/0000:00:18.3/hwmon/hwmon0"));
    Files.createSymbolicLink(chip.resolve("device"), Path.of("../../../0000:00:18.3"));
    Files.writeString(chip.resolve("name"), "k10temp\n");
    Files.writeString(chip.resolve("temp1_input"), "41875\n");
    Files.writeString(chip.resolve("temp1_label"), "Tctl\n");
    Files.createDirectories(sys.resolve("class/hwmon"));
    Files.createSymbolicLink(
        sys.resolve("class/hwmon/hwmon0"),
        Path.of("../../devices/pci0000:00/0000:00:18.3/hwmon/hwmon0"));
    Hwmon.Sensor sensor = new Hwmon.Sensor("temp", "temp1", "Tctl", Map.of("input", 41875.0));
    assertEquals(
        Optional.of(
            new Hwmon(
                List.of(new Hwmon.Chip("pci0000:00_0000:00:18_3", "k10temp", List.of(sensor))))),
        read().present());
  }

  @Test
  void aKernelWithoutMonitorsHasNone() {
    String reason = sys.resolve("class/hwmon") + ": No such file or directory";
    assertEquals(new Section.Absent<Hwmon>(reason), read());
  }

  @Test
  void aNameIsTypeNumberAndElement() {
    assertEquals(
        Optional.of(new HwmonFile("temp", 1, "max_alarm")), HwmonFile.of("temp1_max_alarm"));
    assertEquals(Optional.of(new HwmonFile("pwm", 12, "")), HwmonFile.of("pwm12"));
    assertEquals(Optional.of(new HwmonFile("beep_enable", 0, "")), HwmonFile.of("beep_enable"));
    assertEquals(Optional.empty(), HwmonFile.of("power_state"));
    assertEquals(Optional.empty(), HwmonFile.of("uevent"));
    assertEquals(Optional.empty(), HwmonFile.of("temp99999999999_input"));
  }
}
