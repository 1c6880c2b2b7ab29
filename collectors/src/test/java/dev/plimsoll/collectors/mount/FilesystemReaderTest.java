package dev.plimsoll.collectors.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelString;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Filesystems.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real mounts of this machine, made for the test and taken away after it.
@Timeout(180)
class FilesystemReaderTest {
  private static final Patience PATIENCE = patience(Duration.ofSeconds(30));

  private final KernelReader kernel = new KernelReader();
  private final Roots roots = new Roots("/proc", "/sys", "/");
  private FilesystemReader reader =
      new FilesystemReader(new KernelSizeCall(), MountFilter.everything(), PATIENCE);
  private TestMounts mounts;

  private static Patience patience(Duration wait) {
    return new Patience(wait, wait, Duration.ofMinutes(10));
  }

  /// For tests of mounts that never answer, which are waited for as long as this.
  private void beHasty() {
    Patience hasty = patience(Duration.ofMillis(200));
    reader = new FilesystemReader(new KernelSizeCall(), MountFilter.everything(), hasty);
  }

  @BeforeEach
  void begin(@TempDir Path directory) {
    mounts = new TestMounts(directory);
  }

  @AfterEach
  void end() {
    mounts.close();
  }

  @Test
  void oddNamesOfMountPoints() {
    List<String> names =
        List.of(
            "with space",
            "tab\there",
            "line\nbreak",
            "back\\slash \\040",
            "#hash",
            "\u001b[31mred",
            KernelString.decode(new byte[] {'b', 'a', 'd', (byte) 0xFF, (byte) 0xC3}),
            String.join("/", java.util.Collections.nCopies(15, "n".repeat(255))));
    for (String name : names) {
      String point = mounts.tmpfs(name, "size=1m");
      assertEquals(1 << 20, size(point).sizeBytes(), name);
    }
  }

  @Test
  void fourThousandCharactersAreAMountPoint() {
    String base = mounts.directory("x");
    int left = 4000 - base.length() - 1;
    String name = "x";
    for (; left > 250; left -= 201) name += '/' + "y".repeat(200);
    name += '/' + "z".repeat(left);
    String point = mounts.tmpfs(name, "size=1m");
    assertEquals(4000, point.length());
    assertEquals(1 << 20, size(point).sizeBytes());
  }

  @Test
  void readOnlyBindAndOverlay() {
    String first = mounts.tmpfs("first", "size=2m");
    String bound = mounts.bind(first, "bound");
    String layers = mounts.overlay("layers");
    assertFalse(size(first).readOnly());
    mounts.remountReadOnly(first);
    assertTrue(size(first).readOnly());
    assertEquals(2 << 20, size(bound).sizeBytes());
    assertEquals(1 << 20, size(layers).sizeBytes());
    assertEquals("overlay", find(layers).orElseThrow().mount().type());
  }

  @Test
  void aMountOverAnotherIsTheOneThatCounts() {
    String point = mounts.tmpfs("twice", "size=1m");
    mounts.mount("over", point, "tmpfs", 0, "size=3m");
    List<Filesystem> both =
        read().all().stream().filter(one -> one.mount().point().equals(point)).toList();
    assertEquals(List.of(true, false), both.stream().map(one -> one.mount().hidden()).toList());
    assertEquals(Optional.empty(), both.getFirst().size().present());
    assertEquals(3 << 20, both.getLast().size().present().orElseThrow().sizeBytes());
  }

  @Test
  void mountsComeAndGo() {
    String point = mounts.directory("visitor");
    assertEquals(Optional.empty(), find(point));
    mounts.mount("visitor", point, "tmpfs", 0, "size=1m");
    assertEquals(1 << 20, size(point).sizeBytes());
    mounts.unmount(point);
    assertEquals(Optional.empty(), find(point));
    mounts.mount("visitor", point, "tmpfs", 0, "size=2m");
    assertEquals(2 << 20, size(point).sizeBytes());
  }

  @Test
  void aMountThatGoesBeforeItIsAskedIsLeftOut() {
    String point = mounts.tmpfs("leaves", "size=1m");
    SizeCall call =
        target -> {
          if (target.mount().point().equals(point)) mounts.unmount(point);
          return new KernelSizeCall().ask(target);
        };
    FilesystemReader late = new FilesystemReader(call, MountFilter.everything(), PATIENCE);
    Filesystems all = late.read(kernel, roots).present().orElseThrow();
    assertTrue(all.all().stream().noneMatch(one -> one.mount().point().equals(point)));
  }

  @Test
  void aMountThatHangsIsToldAndTheOthersAnswer() throws Exception {
    beHasty();
    String other = mounts.tmpfs("other", "size=1m");
    try (BlockedFuse fuse = BlockedFuse.at("blocked", mounts)) {
      String blocked = mounts.directory("blocked");
      assertEquals(Kind.TIMEOUT, failure(blocked).kind());
      assertTrue(fuse.awaitAsked());
      await(() -> find(other).orElseThrow().size().present().isPresent());
      assertEquals(1 << 20, size(other).sizeBytes());
      System.gc();
      assertEquals(Kind.TIMEOUT, failure(blocked).kind());
      await(() -> threads() == 1);
      fuse.letGo();
      await(() -> find(blocked).orElseThrow().size().present().isPresent());
      assertEquals(4_096_000, size(blocked).sizeBytes());
      assertEquals(300 * 4096, size(blocked).availableBytes());
    }
  }

  @Test
  void threadsEndWithTheMount() throws Exception {
    beHasty();
    try (BlockedFuse fuse = BlockedFuse.at("blocked", mounts)) {
      String blocked = mounts.directory("blocked");
      assertEquals(Kind.TIMEOUT, failure(blocked).kind());
      assertTrue(fuse.awaitAsked());
      mounts.unmount(blocked);
      assertEquals(Optional.empty(), find(blocked));
    }
    await(() -> threads() == 0);
  }

  @Test
  void sizesAreThoseOfDf() throws Exception {
    Process df =
        new ProcessBuilder("df", "-B1", "--output=size,target", "/")
            .redirectErrorStream(true)
            .start();
    String printed =
        new String(df.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, df.waitFor(), printed);
    long size = Long.parseLong(printed.lines().toList().get(1).strip().split(" +", 2)[0]);
    assertEquals(size, size("/").sizeBytes());
  }

  private static int threads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("plimsoll-mount-"))
            .count();
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    while (!condition.holds()) Thread.sleep(20);
  }

  private SourceFailure failure(String point) {
    return find(point).orElseThrow().size().failures().getFirst();
  }

  private StatVfs size(String point) {
    Section<StatVfs> size = find(point).orElseThrow().size();
    assertEquals(List.of(), size.failures());
    return size.present().orElseThrow();
  }

  private Optional<Filesystem> find(String point) {
    return read().all().stream()
        .filter(one -> !one.mount().hidden() && one.mount().point().equals(point))
        .findFirst();
  }

  private Filesystems read() {
    Filesystems all = reader.read(kernel, roots).present().orElseThrow();
    assertEquals(View.NODE, all.view());
    return all;
  }
}
