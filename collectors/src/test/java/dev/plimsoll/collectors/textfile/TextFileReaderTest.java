package dev.plimsoll.collectors.textfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Directories of files that others write.
class TextFileReaderTest {
  @TempDir private Path folder;

  private static final class Answer {
    final List<String> series;
    final List<String> files;
    final List<String> flaws;

    Answer(Section<TextMetrics> section) {
      TextMetrics metrics = section.present().orElseThrow();
      series =
          metrics.families().stream()
              .flatMap(family -> family.samples().stream())
              .map(sample -> sample.name() + ' ' + sample.value())
              .toList();
      files =
          metrics.files().stream()
              .map(file -> file.path().substring(file.path().lastIndexOf('/') + 1))
              .toList();
      flaws = section.failures().stream().map(SourceFailure::text).toList();
    }
  }

  private Answer read() {
    return read(folder.toString());
  }

  /// Asks until the directories have answered: this machine may be busy.
  private static Answer read(String... patterns) {
    try (TextFileReader reader = new TextFileReader(List.of(patterns))) {
      return answer(reader);
    }
  }

  private static Answer answer(TextFileReader reader) {
    Section<TextMetrics> section = reader.read();
    while (section instanceof Section.Failed<TextMetrics>) section = reader.read();
    return new Answer(section);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void readsWhatEndsInPromInTheOrderOfNames() throws IOException {
    write("b.prom", "b 1\n");
    write("a.prom", "a 2\n");
    write("c.prom.tmp", "c 3\n");
    Files.setLastModifiedTime(
        folder.resolve("a.prom"), FileTime.from(Instant.ofEpochSecond(1_700_000_000, 5_000)));
    Answer answer = read();
    assertEquals(List.of("a 2.0", "b 1.0"), answer.series);
    assertEquals(List.of("a.prom", "b.prom"), answer.files);
    assertEquals(List.of(), answer.flaws);
    try (TextFileReader reader = new TextFileReader(List.of(folder.toString()))) {
      answer(reader);
      TextMetrics metrics = reader.read().present().orElseThrow();
      assertEquals(1_700_000_000_000_005_000L, metrics.files().getFirst().modifiedNanos());
    }
  }

  @Test
  void aBrokenFileIsNamedAndTheOthersGoOn() throws IOException {
    write("bad.prom", "a 1\nhalf");
    write("good.prom", "b 1\n");
    Answer answer = read();
    assertEquals(List.of("b 1.0"), answer.series);
    assertEquals(List.of("good.prom"), answer.files);
    assertEquals(List.of("a field is missing: \"half\""), answer.flaws);
  }

  @Test
  void whatContradictsAnEarlierFileIsLeftOutAndNamed() throws IOException {
    write("a.prom", "# HELP m One.\n# TYPE m gauge\nm{x=\"1\"} 1\nm{x=\"1\"} 2\n");
    write("b.prom", "# TYPE m counter\nm{x=\"2\"} 3\n");
    write("c.prom", "# HELP m Two.\n# TYPE m gauge\nm{x=\"3\"} 4\n");
    Answer answer = read();
    assertEquals(List.of("m 1.0", "m 4.0"), answer.series);
    assertEquals(
        List.of(
            "m: with a series that is there already",
            "m: of another type than in " + folder + "/a.prom",
            "m: with another help than in " + folder + "/a.prom"),
        answer.flaws);
  }

  @Test
  void followsChanges() throws IOException {
    write("a.prom", "a 1\n");
    try (TextFileReader reader = new TextFileReader(List.of(folder.toString()))) {
      assertEquals(List.of("a 1.0"), answer(reader).series);
      assertEquals(List.of("a 1.0"), answer(reader).series);
      write("a.prom", "a 22\n");
      assertEquals(List.of("a 22.0"), answer(reader).series);
      Files.delete(folder.resolve("a.prom"));
      assertEquals(List.of(), answer(reader).series);
    }
  }

  @Test
  void takesPatternsAndSeveralDirectories() throws IOException {
    write("job-1/a.prom", "a 1\n");
    write("job-2/a.prom", "b 2\n");
    write("job-x/a.prom", "c 3\n");
    write("other/a.prom", "d 4\n");
    Answer answer = read(folder + "/job-[0-9]", folder + "/oth?r");
    assertEquals(List.of("a 1.0", "b 2.0", "d 4.0"), answer.series);
    assertEquals(List.of("c 3.0"), read(folder + "/*-[^12]/").series);
  }

  @Test
  void aDirectoryThatIsMissingIsAFlaw() {
    Answer answer = read(folder + "/nowhere", folder + "/no*");
    assertEquals(List.of("No such file or directory", "No such file or directory"), answer.flaws);
  }

  @Test
  void whatIsNoFileIsNotOpened() throws Exception {
    Files.createDirectory(folder.resolve("directory.prom"));
    Process made = new ProcessBuilder("mkfifo", folder + "/pipe.prom").start();
    assertEquals(0, made.waitFor());
    write("real", "linked 1\n");
    Files.createSymbolicLink(folder.resolve("link.prom"), folder.resolve("real"));
    Answer answer = read();
    assertEquals(List.of("linked 1.0"), answer.series);
    assertEquals(List.of("not a file", "not a file"), answer.flaws);
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    write("a.prom", "a 1\n" + "#".repeat((int) TextDirectories.LARGEST));
    assertEquals(List.of("File too large"), read().flaws);
  }

  @Test
  void seriesHaveABound() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int series = 0; series < TextMerge.MOST_SERIES + 5; series++) {
      text.append("m{i=\"").append(series).append("\"} 1\n");
    }
    write("a.prom", text.toString());
    write("b.prom", "n 1\n");
    Answer answer = read();
    assertEquals(TextMerge.MOST_SERIES, answer.series.size());
    assertEquals(
        List.of(
            "the first of 1 files that are not read", "m: beyond 10000 series, which are left out"),
        answer.flaws);
    assertEquals(List.of("a.prom"), answer.files);
  }

  @Test
  void whatIsHeldHasABound() throws IOException {
    String large = "# " + "x".repeat((int) TextDirectories.LARGEST - 100) + "\n";
    for (String name : List.of("a", "b", "c", "d", "e")) {
      write(name + ".prom", large + name + " 1\n");
    }
    Answer answer = read();
    assertEquals(List.of("a 1.0", "b 1.0", "c 1.0"), answer.series);
    assertEquals(List.of("the first of 2 files that are not read"), answer.flaws);
  }

  @Test
  void whatIsSaidAgainAndAgainIsComplainedOfAHundredTimes() throws IOException {
    write("a.prom", "m 1\n".repeat(TextMerge.MOST_SERIES));
    Answer answer = read();
    assertEquals(List.of("m 1.0"), answer.series);
    assertEquals(100, answer.flaws.size());
  }

  @Test
  void aPatternThatIsNoneStandsForNothing() {
    Answer answer = read(folder + "/[^]", folder + "/[z-a]");
    assertEquals(List.of("No such file or directory", "No such file or directory"), answer.flaws);
  }

  @Test
  void aDirectoryThatDoesNotAnswerIsAskedOnce() throws Exception {
    CountDownLatch letGo = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Section<TextMetrics> answer = new Section.Present<>(new TextMetrics(List.of(), List.of()));
    Callable<Section<TextMetrics>> stuck =
        () -> {
          asked.incrementAndGet();
          letGo.await();
          return answer;
        };
    try (TextFileReader reader = new TextFileReader(List.of("/stuck"), stuck)) {
      Section<TextMetrics> late =
          new Section.Failed<>(
              new SourceFailure(
                  SourceFailure.Kind.TIMEOUT,
                  "/stuck",
                  0,
                  "a directory does not let itself be read"));
      for (int pass = 0; pass < 3; pass++) assertEquals(late, reader.read());
      letGo.countDown();
      Section<TextMetrics> section = reader.read();
      while (section.equals(late)) section = reader.read();
      assertEquals(answer, section);
      assertEquals(1, asked.get());
    }
  }

  @Test
  void withoutADirectoryThereIsNothingToRead() {
    try (TextFileReader reader = new TextFileReader(List.of())) {
      assertInstanceOf(Section.Absent.class, reader.read());
    }
  }

  @Test
  void namesThatAreNotTextAreFound() throws Exception {
    String[] command = {"sh", "-c", "printf 'a 1\\n' > \"$0/$(printf '\\377').prom\"", "" + folder};
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
    Answer answer = read();
    assertEquals(List.of("a 1.0"), answer.series);
    assertTrue(answer.flaws.isEmpty());
  }
}
