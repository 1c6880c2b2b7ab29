package dev.plimsoll.collectors.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.link.NetworkDevices.Attribute;
import dev.plimsoll.collectors.link.NetworkDevices.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Devices that come, go and change between two passes.
class NetworkDeviceReaderTest {
  @TempDir private Path sys;

  private final KernelReader kernel = new KernelReader();

  @BeforeEach
  void twoDevices() throws IOException {
    write("eth0", "carrier", "1");
    write("eth0", "carrier_changes", "2");
    write("eth0", "flags", "0x1003");
    write("eth0", "mtu", "1500");
    write("eth0", "operstate", "up");
    write("veth1", "flags", "0x1003");
    write("veth1", "carrier_changes", "1");
    write("veth1", "operstate", "up");
    Files.writeString(sys.resolve("class/net/bonding_masters"), "\n");
  }

  private void write(String device, String file, String text) throws IOException {
    Path path = sys.resolve("class/net").resolve(device).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + "\n");
  }

  private NetworkDeviceReader reader() {
    return new NetworkDeviceReader(new Roots("/nowhere", sys.toString(), "/nowhere"));
  }

  private List<Device> devices(NetworkDeviceReader reader) {
    return reader.read(kernel).present().orElseThrow().devices();
  }

  @Test
  void aLinkThatWentIsSeenAtOnceWithAllThatComesOfIt() throws IOException {
    NetworkDeviceReader reader = reader();
    assertEquals("up", devices(reader).getFirst().state());
    write("eth0", "carrier_changes", "3");
    write("eth0", "carrier", "0");
    Device down = devices(reader).getFirst();
    assertEquals(
        Map.of(
            Attribute.CARRIER, 0L,
            Attribute.CARRIER_CHANGES, 3L,
            Attribute.FLAGS, 0x1003L,
            Attribute.MTU, 1500L),
        down.numbers());
    write("eth0", "operstate", "down");
    assertEquals("down", devices(reader).getFirst().state());
    write("eth0", "flags", "0x1002");
    assertEquals(0x1002L, devices(reader).getFirst().numbers().get(Attribute.FLAGS));
  }

  @Test
  void whatIsAsBeforeIsNotReadAgainUntilAllIs() throws IOException {
    NetworkDeviceReader reader = reader();
    Device before = devices(reader).getFirst();
    write("eth0", "mtu", "9000");
    assertSame(before, devices(reader).getFirst());
    reader.readWholeNext();
    assertEquals(9000L, devices(reader).getFirst().numbers().get(Attribute.MTU));
  }

  @Test
  void devicesComeAndGo() throws IOException {
    NetworkDeviceReader reader = reader();
    assertEquals(List.of("eth0", "veth1"), devices(reader).stream().map(Device::name).toList());
    write("veth2", "mtu", "1450");
    Files.move(sys.resolve("class/net/veth1"), sys.resolve("gone"));
    List<Device> now = devices(reader);
    assertEquals(List.of("eth0", "veth2"), now.stream().map(Device::name).toList());
    assertEquals(Map.of(Attribute.MTU, 1450L), now.getLast().numbers());
  }

  @Test
  void whatCouldNotBeReadIsSaidUntilItIsReadAgain() throws IOException {
    write("eth0", "mtu", "many");
    NetworkDeviceReader reader = reader();
    SourceFailure flaw =
        new SourceFailure(
            SourceFailure.Kind.MALFORMED, sys + "/class/net/eth0/mtu", 1, "not a number: \"many\"");
    assertEquals(List.of(flaw), reader.read(kernel).failures());
    assertEquals(List.of(flaw), reader.read(kernel).failures());
    write("eth0", "mtu", "1500");
    reader.readWholeNext();
    assertEquals(List.of(), reader.read(kernel).failures());
  }

  @Test
  void aClassThatIsNotThereIsNotOffered() throws IOException {
    NetworkDeviceReader reader = reader();
    devices(reader);
    Files.move(sys.resolve("class"), sys.resolve("away"));
    assertInstanceOf(Section.Absent.class, reader.read(kernel));
    Files.move(sys.resolve("away"), sys.resolve("class"));
    assertEquals(2, devices(reader).size());
  }
}
