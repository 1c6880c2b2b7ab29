package dev.plimsoll.collectors.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelString;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every line of a mount table that is odd, and every one that is wrong.
class MountInfoTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

  @Test
  void namesAreWhatWasMounted() {
    assertEquals("/mnt/with space\ttab\nline\\backslash#hash", odd(30).point());
    assertEquals("xfs", odd(30).type());
    assertEquals("/sub dir", odd(31).root());
    assertEquals("/mnt/\u00e9", odd(33).point());
    assertEquals("/mnt/half\\04escape\\9\\", odd(37).point());
    assertEquals("server:/export one", odd(38).source());
    assertEquals("net:[4026532281]", odd(39).root());
    assertEquals("/gone//deleted", odd(40).root());
  }

  @Test
  void bytesThatAreNotTextGoBackToTheKernelAsTheyCame() {
    byte[] point = KernelString.encode(odd(32).point());
    assertEquals("/mnt/\u00ff\u00feinvalid", new String(point, StandardCharsets.ISO_8859_1));
  }

  @Test
  void whatIsMissingAtTheEndIsEmpty() {
    assertEquals("", odd(34).source());
    assertEquals("rw", odd(34).superOptions());
    assertEquals("none", odd(35).source());
    assertEquals("", odd(35).superOptions());
    assertEquals("tmpfs", odd(36).type());
    assertEquals("", odd(36).source());
  }

  @Test
  void devicesAndReadOnly() {
    assertEquals(1048575, odd(41).major());
    assertEquals(268435455, odd(41).minor());
    assertTrue(odd(31).readOnly());
    assertFalse(odd(30).readOnly());
  }

  @Test
  void aMountThatNoPathLeadsToIsHidden() {
    Map<Long, Boolean> hidden =
        mounts("mountinfo/hidden").stream().collect(Collectors.toMap(Mount::id, Mount::hidden));
    assertEquals(Map.of(1L, false, 31L, true, 42L, true, 43L, true, 44L, true, 45L, false), hidden);
  }

  @Test
  void belowARootThatIsNoMountNothingIsHidden() {
    assertEquals(
        List.of(false, false, true, false),
        mounts("mountinfo/chroot").stream().map(Mount::hidden).toList());
  }

  @Test
  void mountsInACircleEnd() {
    assertEquals(3, mounts("mountinfo/circle").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-separator | no ' - ' before the type: \"36 35 98:0 /mnt1 /mnt2 rw,noatime master:1"
            + " ext3 /dev/root rw\"",
        "id-is-no-number | not a number: \"x36 35 98:0 / /mnt2 rw - ext3 /dev/root rw\"",
        "no-parent | a number is missing: \"36\"",
        "device-without-colon | no ':' in the device: \"36 35 98 / /mnt2 rw - ext3 /dev/root rw\"",
        "device-too-large | a device number beyond 31 bits: \"36 35 98:99999999999 / /mnt2 rw -"
            + " ext3 /dev/root rw\"",
        "minor-is-no-number | not a number: \"b / /mnt2 rw - ext3 /dev/root rw\"",
        "cut-short | no ' - ' before the type: \"36 35 98:0 / /mnt2\"",
        "blank-line | a number is missing: \"\"",
      })
  void aWrongLineIsNamedAndTheOthersCount(String fault, String text) {
    Section.Present<MountInfo> section = read("bad/mountinfo/" + fault);
    String path = FIXTURES.resolve("bad/mountinfo").resolve(fault).toString();
    SourceFailure expected = new SourceFailure(SourceFailure.Kind.MALFORMED, path, 2, text);
    assertEquals(List.of(expected), section.flaws());
    assertEquals(
        List.of("/", "/home"), section.value().mounts().stream().map(Mount::point).toList());
  }

  private static Mount odd(long id) {
    return mounts("mountinfo/odd").stream()
        .filter(mount -> mount.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private static List<Mount> mounts(String fixture) {
    Section.Present<MountInfo> section = read(fixture);
    assertEquals(List.of(), section.flaws());
    return section.value().mounts();
  }

  @SuppressWarnings("unchecked")
  private static Section.Present<MountInfo> read(String fixture) {
    Section<MountInfo> section =
        MountInfo.read(new KernelReader(), FIXTURES.resolve(fixture).toString());
    return assertInstanceOf(Section.Present.class, section);
  }
}
