package dev.plimsoll.collectors.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.NumberLines;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.storage.MdArray.Mark;
import dev.plimsoll.collectors.storage.MdArray.Member;
import dev.plimsoll.collectors.storage.MdArray.Slots;
import dev.plimsoll.collectors.storage.MdSync.Kind;
import dev.plimsoll.collectors.storage.MdSync.Progress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Files that were built as the kernel's source prints them.
class StorageFilesTest {
  private final KernelReader reader = new KernelReader();
  private final Roots roots = Fixture.roots("subsystems");
  private final Roots none = Fixture.roots("v2");

  @Test
  void aDegradedArrayThatRecovers() {
    assertEquals(
        new MdArray(
            "md1",
            true,
            "raid5",
            List.of(
                new Member("sdf1", Set.of()),
                new Member("sde1", Set.of(Mark.SPARE)),
                new Member("sdd1", Set.of(Mark.FAILED)),
                new Member("sdc1", Set.of())),
            OptionalLong.of(7_813_735_424L),
            Optional.of(new Slots(3, 2, 1)),
            Optional.of(
                new MdSync(
                    Kind.RECOVERY, Optional.of(new Progress(793_310_720L, 3_906_867_712L))))),
        array("md1"));
  }

  @Test
  void whatArraysDo() {
    assertEquals(Optional.empty(), array("md0").sync());
    assertEquals(Kind.CHECK, array("md2").sync().orElseThrow().kind());
    assertEquals(Optional.of(new MdSync(Kind.RESYNC, Optional.empty())), array("md3").sync());
    assertEquals(Optional.of(new MdSync(Kind.RESYNC, Optional.empty())), array("md6").sync());
    assertEquals(
        Optional.of(new MdSync(Kind.RESYNC, Optional.of(new Progress(73_247_424, 976_630_464)))),
        array("md7").sync());
    assertEquals(Kind.RESHAPE, array("md8").sync().orElseThrow().kind());
  }

  @Test
  void howManyDisks() {
    assertEquals(List.of(2L, 3L), disks("md1"));
    assertEquals(List.of(2L, 2L), disks("md4"));
    assertEquals(List.of(2L, 2L), disks("md5"));
    assertEquals(List.of(1L, 2L), disks("md7"));
    assertEquals(List.of(0L, 0L), disks("md126"));
    assertEquals(1, array("md8").count(Mark.JOURNAL));
    assertEquals(1, array("md7").count(Mark.WRITE_MOSTLY));
  }

  private List<Long> disks(String name) {
    return List.of(array(name).working().orElseThrow(), array(name).required().orElseThrow());
  }

  private MdArray array(String name) {
    return MdArrays.read(reader, roots).present().orElseThrow().arrays().stream()
        .filter(array -> array.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  @Test
  void everyArrayIsReadWithoutFlaws() {
    Section<MdArrays> section = MdArrays.read(reader, roots);
    assertEquals(List.of(), section.failures());
    assertEquals(12, section.present().orElseThrow().arrays().size());
  }

  @Test
  void anArrayWithoutMembersHasNoSize() throws Exception {
    KernelText text = text("md0 : inactive \n       \nunused devices: <none>\n");
    MdArray array = MdArrays.parse(text).arrays().getFirst();
    assertEquals(OptionalLong.empty(), array.blocks());
    assertEquals(List.of(), array.members());
  }

  @Test
  void wordsOfAPersonalityArePassedOver() throws Exception {
    KernelText text =
        text(
            """
            md0 : active faulty sda[0]
                  1024 blocks super non-persistent WriteTransient=3(7)
                  \tresync=REMOTE
                  something new: 7
            """);
    MdArray array = MdArrays.parse(text).arrays().getFirst();
    assertEquals(List.of(), text.flaws());
    assertEquals(OptionalLong.of(1), array.working());
    assertEquals(Optional.of(new MdSync(Kind.RESYNC, Optional.empty())), array.sync());
  }

  @Test
  void linesBelowABadFirstLineAreNotThoseOfTheArrayAbove() throws Exception {
    KernelText text =
        text(
            """
            md0 : active raid1 sdb1[1] sda1[0]
                  1024 blocks super 1.2 [2/2] [UU]
            md1 : started raid1 sdd1[1] sdc1[0]
                  4096 blocks super 1.2 [2/1] [U_]
                  	resync=PENDING
            md2 : broken raid1 sdf1[1] sde1[0](F)
                  2048 blocks super 1.2 [2/1] [U_]
            md3 : active raid1 sdh1[1] sdg1[0]
                  2048 blocks super 1.2 [2-1] [U_]
            """);
    List<MdArray> arrays = MdArrays.parse(text).arrays();
    assertEquals(List.of("md0", "md2", "md3"), arrays.stream().map(MdArray::name).toList());
    assertEquals(OptionalLong.of(1024), arrays.getFirst().blocks());
    assertEquals(OptionalLong.of(2), arrays.getFirst().working());
    assertEquals(Optional.empty(), arrays.getFirst().sync());
    assertEquals(OptionalLong.of(1), arrays.get(1).working());
    assertEquals(false, arrays.get(1).active());
    assertEquals(OptionalLong.empty(), arrays.get(2).working());
    assertEquals(2, text.flaws().size());
  }

  private static KernelText text(String text) {
    return new KernelText("mdstat", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void xfsOfEveryDevice() {
    Section<XfsStats> section = XfsStats.read(reader, roots);
    assertEquals(List.of(), section.failures());
    XfsStats stats = section.present().orElseThrow();
    assertEquals(List.of("dm-3", "sda1"), List.copyOf(stats.filesystems().keySet()));
    assertEquals(OptionalLong.of(1402), value("sda1", "rw", 1));
    assertEquals(OptionalLong.empty(), value("sda1", "rw", 2));
    assertEquals(OptionalLong.empty(), value("sda1", "nonsense", 0));
    assertEquals(OptionalLong.of(Long.MAX_VALUE), value("dm-3", "xpc", 2));
  }

  private OptionalLong value(String device, String line, int place) {
    return XfsStats.read(reader, roots).present().orElseThrow().filesystems().entrySet().stream()
        .filter(filesystem -> filesystem.getKey().equals(device))
        .findAny()
        .orElseThrow()
        .getValue()
        .value(line, place);
  }

  @Test
  void nfsOfBothSides() {
    NumberLines client = NfsClient.read(reader, roots).present().orElseThrow().counters();
    assertEquals(OptionalLong.of(4_338_291), client.value("rpc", 2));
    assertEquals(70, client.lines().getOrDefault("proc4", List.of()).size());
    Section<NfsServer> server = NfsServer.read(reader, roots);
    assertEquals(List.of(), server.failures());
    assertEquals(OptionalLong.of(8), server.present().orElseThrow().counters().value("th", 0));
  }

  @Test
  void zfsPartsAndPools() {
    Section<ZfsStats> section = ZfsStats.read(reader, roots, new ZfsDatasets());
    assertEquals(List.of(), section.failures());
    ZfsStats stats = section.present().orElseThrow();
    assertEquals(11, stats.parts().size());
    assertEquals(
        4_706_369_536L,
        stats
            .parts()
            .getOrDefault("arcstats", new LinkedHashMap<>())
            .get("memory_available_bytes"));
    ZfsPool tank = stats.pools().getLast();
    assertEquals(Optional.of("DEGRADED"), tank.state());
    assertEquals(1_884_160L, tank.io().get("nread"));
    ZfsPool.Dataset srv = tank.datasets().getFirst();
    assertEquals("tank/srv", srv.name());
    assertEquals(9_187_328L, srv.numbers().get("nwritten"));
  }

  @Test
  void memoryThatIsMissingIsNegative() throws Exception {
    KernelText text =
        text("13 1 0x01 1 136 36 52\nname type data\nmemory_available_bytes 3 -4096\n");
    assertEquals(Map.of("memory_available_bytes", -4096L), Kstat.parse(text).numbers());
  }

  @Test
  void namesOfDatasetsMayHoldBlanks() throws Exception {
    KernelText text =
        text("36 1 0x01 1 136 36 52\nname type data\ndataset_name 7 tank/my data\nreads 4 1\n");
    assertEquals("tank/my data", ZfsPoolFiles.dataset(text).name());
  }

  @Test
  void absentWhereTheKernelHasNone() {
    assertInstanceOf(Section.Absent.class, MdArrays.read(reader, none));
    assertInstanceOf(Section.Absent.class, XfsStats.read(reader, none));
    assertInstanceOf(Section.Absent.class, NfsClient.read(reader, none));
    assertInstanceOf(Section.Absent.class, NfsServer.read(reader, none));
    assertInstanceOf(Section.Absent.class, ZfsStats.read(reader, none, new ZfsDatasets()));
  }
}
