package dev.plimsoll.collectors.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bonds that do not tell all of themselves.
class BondsTest {
  @TempDir private Path sys;

  private Section<Bonds> read() {
    return Bonds.read(new KernelReader(), new Roots("/proc", sys.toString(), "/"));
  }

  private void write(String file, String text) throws IOException {
    Path path = sys.resolve("class/net").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void oneThatHasGoneIsNotOneWithoutSlaves() throws Exception {
    write("bonding_masters", "bond0 bond1 bond2\n");
    write("bond0/bonding/slaves", "eth0 eth1\n");
    write("bond0/lower_eth0/bonding_slave/mii_status", "up\n");
    write("bond0/lower_eth1/bonding_slave/mii_status", "down\n");
    write("bond2/bonding/slaves", "\n");
    List<Bonds.Bond> bonds = List.of(new Bonds.Bond("bond0", 2, 1), new Bonds.Bond("bond2", 0, 0));
    assertEquals(new Section.Present<>(new Bonds(bonds)), read());
  }

  @Test
  void aListThatCannotBeReadIsAFailureAndOneThatIsNotThereIsNone() throws Exception {
    Path list = Files.createDirectories(sys.resolve("class/net")).resolve("bonding_masters");
    assertInstanceOf(Section.Absent.class, read());
    Files.createSymbolicLink(list, list);
    assertEquals(
        List.of(list + ": Too many levels of symbolic links"),
        read().failures().stream().map(failure -> failure.describe()).toList());
    assertInstanceOf(Section.Failed.class, read());
  }
}
