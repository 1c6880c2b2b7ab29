package dev.plimsoll.collectors.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelReaderTest {
  private final KernelReader reader = new KernelReader();

  @TempDir private Path directory;

  /// Smaller than the first buffer, just as large, a little larger, and much.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
  void aFileOfAnySizeIsReadWhole(int size) throws Exception {
    String content = "x".repeat(size);
    String path = Files.writeString(directory.resolve("file"), content).toString();
    assertEquals(content, whole(reader.read(path)));
    assertEquals(content, whole(reader.readRecord(path)));
    assertEquals(size, reader.read(path).length());
  }

  private static String whole(KernelText text) {
    return text.nextLine() ? text.rest() : "";
  }

  @Test
  void aFileThatNeverEndsIsAnError() {
    KernelFileException failure =
        assertThrows(KernelFileException.class, () -> reader.read("/dev/zero"));
    assertEquals(Errno.EFBIG, failure.errno());
  }

  @Test
  void aSmallFileAfterALargeOneHoldsNothingOfIt() throws Exception {
    Path large = Files.writeString(directory.resolve("large"), "x".repeat(100_000));
    Path small = Files.writeString(directory.resolve("small"), "y");
    reader.read(large.toString());
    assertEquals("y", whole(reader.read(small.toString())));
  }

  @Test
  void anOpenFileIsReadAgainFromItsStart() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "one");
    int fd = reader.open(file.toString());
    try {
      assertEquals("one", whole(reader.read(fd, file.toString())));
      Files.writeString(file, "two");
      assertEquals("two", whole(reader.read(fd, file.toString())));
    } finally {
      reader.close(fd);
    }
  }

  @Test
  void aFileThatIsNotThere() {
    String path = directory.resolve("none").toString();
    String words = "No such file or directory";
    assertEquals(
        new Section.Failed<>(new SourceFailure(Kind.MISSING, path, 0, words)),
        reader.section(path, Need.REQUIRED, KernelText::firstLine));
    assertEquals(
        new Section.Absent<>(path + ": " + words),
        reader.section(path, Need.OPTIONAL, KernelText::firstLine));
  }

  @Test
  void aDirectoryIsNoFile() {
    Section<KernelText> section =
        reader.section(directory.toString(), Need.OPTIONAL, KernelText::firstLine);
    assertEquals(Kind.IO, section.failures().getFirst().kind());
  }

  @Test
  void anEmptyFileHasFailedWhereALineIsNeeded() throws Exception {
    String path = Files.createFile(directory.resolve("file")).toString();
    assertInstanceOf(
        Section.Failed.class, reader.section(path, Need.OPTIONAL, KernelText::firstLine));
  }

  @Test
  void flawsOfOneFileAreNotThoseOfTheNext() throws Exception {
    Path bad = Files.writeString(directory.resolve("bad"), "x\n1\n");
    Path good = Files.writeString(directory.resolve("good"), "2\n");
    assertEquals(
        new Section.Present<>(
            List.of(1L),
            List.of(new SourceFailure(Kind.MALFORMED, bad.toString(), 1, "not a number: \"x\""))),
        numbers(bad));
    assertEquals(new Section.Present<>(List.of(2L)), numbers(good));
  }

  private Section<List<Long>> numbers(Path file) {
    return reader.section(file.toString(), Need.REQUIRED, text -> text.lines(KernelText::unsigned));
  }

  @Test
  void namesThatAreNoTextLeadBackToTheirFiles() throws Exception {
    String name = "a\uDCFFb \n\u001b";
    String path = directory + "/" + name;
    String copy = Files.writeString(directory.resolve("plain"), "found").toString();
    link(copy, path);
    assertEquals(
        List.of(name, "plain"), reader.names(directory.toString()).stream().sorted().toList());
    assertEquals("found", whole(reader.read(path)));
  }

  /// The JDK refuses such names; a shell takes them as `printf` makes them.
  private static void link(String from, String to) throws Exception {
    StringBuilder octal = new StringBuilder();
    for (byte one : KernelString.encode(to)) octal.append("\\").append(octal(one & 0xFF));
    String script = "ln \"$0\" \"$(printf '" + octal + "')\"";
    Process shell = new ProcessBuilder("sh", "-c", script, from).inheritIO().start();
    assertEquals(0, shell.waitFor());
  }

  private static String octal(int value) {
    return "" + (value >> 6) + (value >> 3 & 7) + (value & 7);
  }

  @Test
  void listsMoreEntriesThanTheBufferHolds() throws Exception {
    for (int index = 0; index < 600; index++) {
      Files.createFile(directory.resolve("a-name-that-is-long-".repeat(10) + index));
    }
    Files.createDirectory(directory.resolve("below"));
    assertEquals(601, reader.names(directory.toString()).size());
    assertEquals(List.of("below"), reader.directories(directory.toString()));
  }

  @Test
  void aDirectoryThatIsNotThere() {
    KernelFileException failure =
        assertThrows(KernelFileException.class, () -> reader.names(directory + "/none"));
    assertEquals(Errno.ENOENT, failure.errno());
  }

  @Test
  void links() throws Exception {
    String target = "../some where/größe";
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of(target));
    assertEquals(target, reader.readLink(link.toString()));
    KernelFileException failure =
        assertThrows(KernelFileException.class, () -> reader.readLink(directory.toString()));
    assertEquals(Errno.EINVAL, failure.errno());
  }

  @Test
  void status() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "12345");
    Files.createLink(directory.resolve("second"), file);
    FileStatus status = reader.status(file.toString());
    assertEquals(5, status.size());
    assertEquals(2, status.links());
    assertEquals(Files.getAttribute(file, "unix:ino"), status.inode());
    assertEquals(Files.getAttribute(file, "unix:uid"), (int) status.uid());
    assertEquals(Files.getAttribute(file, "unix:gid"), (int) status.gid());
    assertEquals(Files.getAttribute(file, "unix:mode"), status.mode());
  }
}
