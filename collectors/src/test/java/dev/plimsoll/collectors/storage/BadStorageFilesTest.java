package dev.plimsoll.collectors.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.NumberLines;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import dev.plimsoll.collectors.storage.MdArray.Member;
import dev.plimsoll.collectors.storage.MdArray.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `fixtures/bad` that tells of arrays and file systems: the failure names path, line
/// and text, and what else is in the file still counts.
class BadStorageFilesTest {
  private static final Object NOTHING = "nothing";

  private static final List<Member> MEMBERS =
      List.of(new Member("sdb1", Set.of()), new Member("sda1", Set.of()));
  private static final MdArray WHOLE =
      new MdArray(
          "md9",
          true,
          "raid1",
          MEMBERS,
          OptionalLong.of(248_896),
          Optional.of(new Slots(2, 2, 0)),
          Optional.empty());

  /// A file, what is said of it, and what is left of it.
  record Fault(String file, Parser<?> parser, int line, String text, Object left) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(arrays(), counters(), zfs()).flatMap(faults -> faults);
  }

  private static Stream<Fault> arrays() {
    MdArray unknown =
        new MdArray(
            "md0",
            true,
            "raid5",
            MEMBERS,
            OptionalLong.of(248_896),
            Optional.empty(),
            Optional.empty());
    MdArrays whole = new MdArrays(List.of(WHOLE));
    MdArrays both = new MdArrays(List.of(WHOLE, unknown));
    return Stream.of(
        new Fault("mdstat/empty", MdArrays::parse, 1, "the file is empty", NOTHING),
        new Fault(
            "mdstat/member-without-number",
            MdArrays::parse,
            1,
            "a member without its number: \"md0 : active raid1 sdb1 sda1[0]\"",
            whole),
        new Fault(
            "mdstat/no-colon",
            MdArrays::parse,
            1,
            "no ':' behind the name: \"md0 active raid1 sdb1[1] sda1[0]\"",
            whole),
        new Fault(
            "mdstat/no-slash",
            MdArrays::parse,
            4,
            "no '/' between the numbers of disks: \"      248896 blocks super 1.2 [2-2] [UU]\"",
            both),
        new Fault(
            "mdstat/no-slots",
            MdArrays::parse,
            4,
            "no '[' before the number of disks: \"      248896 blocks super 1.2 level 5\"",
            both),
        new Fault(
            "mdstat/no-state",
            MdArrays::parse,
            1,
            "neither active nor inactive: \"md0 : started raid1 sdb1[1]\"",
            whole),
        new Fault(
            "mdstat/progress-without-size",
            MdArrays::parse,
            3,
            "no '/' between the numbers of blocks: \"      [=>...]  resync = 7.5% (73 of 976)"
                + " finish=75.2min\"",
            whole),
        new Fault(
            "mdstat/unknown-progress",
            MdArrays::parse,
            3,
            "nothing that is known: \"      [=>...]  rebuild = 7.5% (73/976) finish=75.2min"
                + " speed=200112K/sec\"",
            whole));
  }

  private static Stream<Fault> counters() {
    return Stream.of(
        new Fault("nfsd/hexadecimal", NfsServer::parse, 2, "not a number: \"0x11C0\"", threads()),
        new Fault("xfs/empty", NumberLines::parse, 1, "no line of numbers: \"\"", NOTHING),
        new Fault(
            "xfs/no-number",
            NumberLines::parse,
            1,
            "not a number: \"many\"",
            new NumberLines(new LinkedHashMap<>(Map.of("abt", List.of(1L, 2L, 3L, 4L))))));
  }

  private static NfsServer threads() {
    return new NfsServer(new NumberLines(new LinkedHashMap<>(Map.of("th", List.of(8L, 0L)))));
  }

  private static Stream<Fault> zfs() {
    Kstat misses =
        new Kstat(new LinkedHashMap<>(Map.of("misses", 604_635L)), new LinkedHashMap<>());
    return Stream.of(
        new Fault("kstat/empty", Kstat::parse, 1, "the file is empty", NOTHING),
        new Fault(
            "kstat/no-head",
            Kstat::parse,
            2,
            "no head 'name type data': \"hits 4 8772612\"",
            NOTHING),
        new Fault("kstat/no-number", Kstat::parse, 3, "not a number: \"many\"", misses),
        new Fault(
            "objset/no-name",
            ZfsPoolFiles::dataset,
            3,
            "no line dataset_name: \"reads 4 28\"",
            NOTHING),
        new Fault(
            "zfs-io/names-only",
            ZfsPoolFiles::io,
            2,
            "names without numbers: \"nread nwritten\"",
            NOTHING),
        new Fault(
            "zfs-io/short-line", ZfsPoolFiles::io, 3, "a number is missing: \"1884160\"", NOTHING));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theFailureNamesPathLineAndText(Fault fault) {
    String path = Fixture.bad(fault.file);
    Section<?> section = new KernelReader().section(path, Need.REQUIRED, fault.parser);
    assertEquals(
        new SourceFailure(Kind.MALFORMED, path, fault.line, fault.text),
        section.failures().getFirst());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatElseIsThereCounts(Fault fault) {
    Section<?> section =
        new KernelReader().section(Fixture.bad(fault.file), Need.REQUIRED, fault.parser);
    Optional<?> left = section.present();
    assertEquals(fault.left, left.isPresent() ? left.get() : NOTHING);
  }

  @Test
  void noFileIsForgotten() {
    List<String> files =
        Stream.of("mdstat", "nfsd", "xfs", "kstat", "objset", "zfs-io")
            .flatMap(file -> Fixture.faults(file).stream())
            .toList();
    assertEquals(files, faults().map(Fault::file).toList());
  }
}
