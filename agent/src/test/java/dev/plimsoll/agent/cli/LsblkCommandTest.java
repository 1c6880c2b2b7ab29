package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.BesideRealTool.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `plimsoll lsblk` beside the real one, which can be shown the files of another machine too.
class LsblkCommandTest {
  private final BesideRealTool tool = new BesideRealTool("lsblk");
  @TempDir private Path root;
  private FakeDevices devices;

  @BeforeEach
  void begin() {
    RealProgram.require("lsblk", "util-linux");
    devices = new FakeDevices(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-p",
        "-l",
        "-lp",
        "-a",
        "-b",
        "-n",
        "-d",
        "-dn",
        "-al",
        "-nb",
        "-o NAME,KNAME,PKNAME,PATH,MODEL,TYPE",
        "-o name,MOUNTPOINTS,label",
        "-bo SIZE,NAME",
        "-o NAME,FSTYPE,FSVER,LABEL,UUID,MOUNTPOINTS",
        "-o NAME,MOUNTPOINT,RO",
        "-ao NAME,ROTA",
        "-J -o NONESUCH"
      })
  void theSameAsLsblkOfMadeDevices(String options) throws Exception {
    devices.withUsual();
    List<String> words = words(options);
    List<String> real = new ArrayList<>(List.of("--sysroot", root.toString()));
    real.addAll(words);
    assertEquals(tool.real(real).out(), ours(words).out());
  }

  /// Its own file systems are asked for these, so that what is mounted is another matter.
  @Test
  void titlesOfFileSystemsAreThoseOfLsblk() throws Exception {
    devices.withUsual();
    Answer real = tool.real(List.of("-f", "--sysroot", root.toString()));
    List<String> ours = ours(List.of("-f")).out();
    assertEquals(words(real.out().getFirst()), words(ours.getFirst()));
    assertTrue(
        ours.contains(
            "      └─vg-root ext4              1.0   the root\\x0a"
                + " 11111111-2222-3333-4444-555555555555                /"),
        () -> String.join("\n", ours));
  }

  @Test
  void sizesAreRoundedAsLsblkDoes() throws Exception {
    devices.mounts();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int disk = 0; disk < 300; disk++) {
      long sectors = random.nextLong() >>> random.nextInt(12, 62);
      devices.disk("virtual/block", "sd" + disk, "8:" + disk, sectors);
    }
    List<String> real = List.of("-o", "NAME,SIZE", "--sysroot", root.toString());
    assertEquals(tool.real(real).out(), ours(List.of("-o", "NAME,SIZE")).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "-p", "-b", "-l", "-n", "-o NAME,FSSIZE,FSUSE%,MOUNTPOINT"})
  void theSameAsLsblkOnThisMachine(String options) throws Exception {
    BesideRealTool.Both both = tool.both(words(options));
    assertEquals(both.real().out(), both.ours().out());
  }

  @Test
  void whatIsSwappedToSaysSo() throws Exception {
    devices.withUsual().swap();
    assertEquals(
        List.of(
            "NAME    MAJ:MIN RM  SIZE RO TYPE MOUNTPOINTS",
            "vg-swap 253:1    0    4G  0 lvm  [SWAP]"),
        ours(List.of("/dev/mapper/vg-swap")).out());
  }

  @Test
  void oneDeviceAndWhatIsMadeOfIt() throws Exception {
    devices.withUsual();
    List<String> names =
        ours(List.of("-n", "-o", "NAME", "/dev/sdb", "sda1")).out().stream().toList();
    assertEquals(
        List.of(
            "sda1",
            "sdb",
            "└─sdb2",
            "  └─md127",
            "    └─luks-root",
            "      ├─vg-swap",
            "      └─vg-root"),
        names);
  }

  @Test
  void devicesThatAreNotThereAreToldAsLsblkDoes() throws Exception {
    for (String words : List.of("/dev/nonesuch", "/etc/passwd")) {
      Answer real = tool.real(words(words));
      Answer ours = tool.ours(words(words));
      assertEquals(real.err(), ours.err());
      assertEquals(real.status(), ours.status());
    }
    devices.withUsual();
    assertEquals(64, ours(List.of("/dev/sda", "/dev/nonesuch")).status());
  }

  @Test
  void jsonHasEachDeviceOnceWithItsParents() throws Exception {
    devices.withUsual();
    List<String> out = ours(List.of("-o", "json,NAME,PKNAME,MOUNTPOINTS", "/dev/md127")).out();
    assertEquals(
        List.of(
            "[",
            "{\"name\":\"md127\",\"parents\":[\"sda2\",\"sdb2\"],\"mountpoints\":[]},",
            "{\"name\":\"luks-root\",\"parents\":[\"md127\"],\"mountpoints\":[]},",
            "{\"name\":\"vg-swap\",\"parents\":[\"dm-0\"],\"mountpoints\":[]},",
            "{\"name\":\"vg-root\",\"parents\":[\"dm-0\"],\"mountpoints\":[\"/\"]}",
            "]"),
        out);
    assertEquals(out, ours(List.of("-J", "-o", "NAME,PKNAME,MOUNTPOINTS", "/dev/md127")).out());
    String all = String.join("", ours(List.of("-J")).out());
    assertTrue(all.contains("\"label\":\"the root\\n\",\"uuid\":\"11111111-"), all);
  }

  @Test
  void aNodeWithoutBlockDevicesSaysSo() {
    Answer ours = ours(List.of());
    assertEquals(2, ours.status());
    assertTrue(ours.err().getFirst().startsWith("plimsoll lsblk: --path.procfs: "));
  }

  private Answer ours(List<String> options) {
    return tool.ours(Stream.concat(options.stream(), devices.options().stream()).toList());
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : List.of(line.strip().split(" +", -1));
  }
}
