package dev.plimsoll.collectors.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelString;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Section;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sources that may be missing, cut off or odd.
class DeviceSourcesTest {
  @TempDir private Path root;

  private static KernelText text(String text) {
    return new KernelText("swaps", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void swapsWithEscapesAndWithoutLines() throws Exception {
    String table = "Filename Type Size Used Priority\n/swap\\040file\\040(deleted) file 4 0 -2\n";
    assertEquals(List.of("/swap file (deleted)"), Swaps.parse(text(table)).names());
    assertEquals(List.of(), Swaps.parse(text("Filename\n")).names());
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "a\\x20b, 'a b'",
    "\\x2fdata\\x5c, /data\\",
    "\\x, \\x",
    "cut\\x2, cut\\x2",
    "no\\xzz, no\\xzz"
  })
  void escapesOfUdev(String written, String plain) {
    assertEquals(plain, UdevData.unescaped(written));
  }

  @Test
  void bytesThatAreNotTextStayWhatTheyAre() {
    byte[] label = {'a', (byte) 0xFF};
    assertEquals(KernelString.decode(label), UdevData.unescaped("a\\xff"));
  }

  @ParameterizedTest
  @CsvSource({
    "LVM-abc, lvm",
    "CRYPT-LUKS2-a-b, crypt",
    "part1-mpath-x, part",
    "mpath-x, mpath",
    "'', dm"
  })
  void makersOfMappedDevices(String uuid, String type) {
    assertEquals(type, DeviceType.ofMapper(uuid));
  }

  @Test
  void aDeviceWithoutItsFilesIsLeftOutAndOthersCount() throws Exception {
    Path devices = Files.createDirectories(root.resolve("sys/class/block"));
    Files.createDirectories(devices.resolve("gone"));
    write(devices.resolve("odd/dev"), "8x1\n");
    write(devices.resolve("sda/dev"), "8:0\n");
    write(devices.resolve("sda/size"), "many\n");
    write(devices.resolve("sdb/dev"), "8:16\n");
    write(devices.resolve("sdb/size"), "9223372036854775807\n");
    List<BlockDevice> found = read().present().orElseThrow().all();
    assertEquals(List.of("sda", "sdb"), found.stream().map(BlockDevice::name).toList());
    assertEquals(0, found.stream().filter(one -> one.sizeBytes().isPresent()).count());
  }

  @Test
  void aNodeWithoutSuchDirectory() {
    assertInstanceOf(Section.Absent.class, read());
  }

  private Section<DeviceTable> read() {
    return DeviceTable.read(new KernelReader(), new Roots("/proc", root + "/sys", "/"));
  }

  private static void write(Path file, String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
