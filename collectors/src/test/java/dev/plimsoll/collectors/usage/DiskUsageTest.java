package dev.plimsoll.collectors.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.usage.DiskUsage.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What walks hold to: bounds, mounts, and whatever else happens to a tree meanwhile.
class DiskUsageTest implements DiskUsage.Report {
  private static final Scope EVERYTHING = new Scope(false, false, _ -> true);
  private static final String NAME = "d".repeat(50);
  private static final int LEVELS = 150;

  private final TreeMap<String, Usage> counted = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int full;
  private long most = Long.MAX_VALUE;
  @TempDir private Path directory;

  @Override
  public void counted(TreePath path, int depth, boolean isDirectory, Usage usage) {
    counted.put(path.toString().substring(directory.toString().length()), usage);
  }

  @Override
  public void failed(TreePath path, TreeVisitor.Failure failure, Errno errno) {
    failures.add(failure + " " + errno + " " + path.toString().length());
  }

  @Override
  public void linksFull(int remembered) {
    full = remembered;
  }

  @Override
  public boolean goesOn() {
    return counted.size() < most;
  }

  @AfterEach
  void removeWhatIsTooDeepForOthers() throws Exception {
    run("rm", "-rf", directory + "/" + NAME);
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /// Directories within each other, each with a file and two empty directories.
  private void nest() throws Exception {
    String make = "my ($at, $name, $levels) = @ARGV; chdir $at; for (1 .. $levels) {";
    String directories = " mkdir $_ or die for $name, \"$name/e\", \"$name/z\"; chdir $name;";
    String file = " open my $f, '>', 'after'; print $f 'x' x 10 }";
    String program = make + directories + file;
    assertEquals("", run("perl", "-e", program, directory.toString(), NAME, "" + LEVELS));
  }

  private Usage of(Scope scope, Path... paths) {
    return new DiskUsage(scope, this).of(List.of(paths).stream().map(Path::toString).toList());
  }

  @Test
  void pathsLongerThanTheKernelTakes() throws Exception {
    nest();
    Usage usage = of(EVERYTHING, directory);
    assertEquals(List.of(), failures);
    assertEquals(1 + 4 * LEVELS, usage.files());
    assertEquals(1 + 4 * LEVELS, counted.size());
    assertEquals(List.of(), leftOpen());
    String du = run("du", "-s", "-B1", directory.toString());
    assertEquals(du, usage.diskBytes() + "\t" + directory + "\n");
  }

  @Test
  void deeperThanTheDeepestIsToldAndTheRestCounts() throws Exception {
    nest();
    DiskUsage walk = new DiskUsage(EVERYTHING, this, new DiskUsage.Bounds(100, 10));
    Usage usage = walk.of(List.of(directory.toString()));
    int cut = directory.toString().length() + 10 * (NAME.length() + 1);
    assertTrue(failures.remove("DEPTH OTHER " + cut), failures.toString());
    assertEquals(2, failures.size(), "the other two of that level");
    assertEquals(1 + 1 + 9 * 4, usage.files());
  }

  /// What this process still holds open below the directory; others open files of their own.
  private List<Path> leftOpen() throws Exception {
    List<Path> open = new ArrayList<>();
    for (String descriptor : new KernelReader().names("/proc/self/fd")) {
      try {
        Path target = Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor));
        if (target.startsWith(directory)) open.add(target);
      } catch (NoSuchFileException _) {
        // Closed meanwhile, by whoever opened it.
      }
    }
    return open;
  }

  @Test
  void manyFilesInOneDirectory() throws Exception {
    for (int file = 0; file < 900; file++) {
      Files.createDirectory(directory.resolve("a directory with a name " + NAME + file));
    }
    assertEquals(901, of(EVERYTHING, directory).files());
    assertEquals(901, counted.size());
  }

  @Test
  void aWalkEndsWhenNobodyWantsIt() throws Exception {
    for (int file = 0; file < 900; file++) Files.createDirectory(directory.resolve("" + file));
    most = 10;
    of(EVERYTHING, directory);
    assertEquals(10, counted.size());
  }

  @Test
  void moreNamesThanAreRememberedCountTwiceAndAreTold() throws Exception {
    for (int file = 0; file < 3; file++) {
      Path one = Files.writeString(directory.resolve("one" + file), "12345");
      Files.createLink(directory.resolve("two" + file), one);
    }
    assertEquals(4, links(3).of(List.of(directory + "")).files());
    assertEquals(0, full);
    long files = links(1).of(List.of(directory + "")).files();
    assertEquals(1 + 1 + 4, files);
    assertEquals(1, full);
  }

  private DiskUsage links(int remembered) {
    return new DiskUsage(EVERYTHING, this, new DiskUsage.Bounds(remembered, 10));
  }

  @Test
  void hardLinksByTheThousand() throws Exception {
    for (int file = 0; file < 800; file++) {
      Path one = Files.createFile(directory.resolve("one" + file));
      Files.createLink(directory.resolve("two" + file), one);
    }
    assertEquals(801, of(EVERYTHING, directory).files());
    assertEquals(1601, of(new Scope(false, true, _ -> true), directory).files());
  }

  @Test
  void whatMayNotBeLookedAtIsNot() throws Exception {
    Files.createDirectories(directory.resolve("closed/below"));
    Files.writeString(directory.resolve("file"), "x");
    Scope scope = new Scope(false, false, path -> !path.toString().endsWith("d"));
    assertEquals(2, of(scope, directory).files());
    Path closed = directory.resolve("closed");
    assertEquals(2, of(scope, directory, closed).files());
    String failure = "SILENT ETIMEDOUT " + closed.toString().length();
    assertEquals(List.of(failure, failure, failure), failures);
  }

  @Test
  void linksAreNotFollowedNotEvenTheFirst() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("/usr"));
    Usage usage = of(EVERYTHING, link);
    assertEquals(1, usage.files());
    assertEquals(4, usage.apparentBytes());
  }
}
