package dev.plimsoll.collectors.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Filesystems.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose mounts are read, and by which way they are asked.
class HostMountsTest {
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures/mountinfo");

  private final List<String> asked = new ArrayList<>();
  @TempDir private Path proc;

  @Test
  void theNodesMountsThroughTheRootOfProcessOne() throws Exception {
    table("1", "hidden");
    link("1/root", "elsewhere");
    Filesystems all = read("/").value();
    assertEquals(View.NODE, all.view());
    assertEquals(List.of(proc + "/1/root/", proc + "/1/root/mnt"), asked);
  }

  @Test
  void belowTheRootOfFilesWhereProcessOneIsClosed() throws Exception {
    table("1", "hidden");
    assertEquals(View.NODE, read("/host").value().view());
    assertEquals(List.of("/host/", "/host/mnt"), asked);
  }

  @Test
  void aContainerInProcessNumbersOfItsOwnIsNotTheNode() throws Exception {
    sameNamespace();
    table("1", "container");
    Section.Present<Filesystems> section = read("/");
    assertEquals(View.OWN_CONTAINER, section.value().view());
    SourceFailure failure = section.flaws().getFirst();
    assertEquals(Kind.DENIED, failure.kind());
    assertEquals(
        "these are the mounts of this container, not of the node; the pod needs hostPID: true",
        failure.text());
  }

  @Test
  void inSuchAContainerTheNodesRootIsWhereItIsMounted() throws Exception {
    sameNamespace();
    table("1", "container");
    Section.Present<Filesystems> section = read("/host");
    assertEquals(View.NODE, section.value().view());
    assertEquals(List.of("/", "/data"), points(section.value()));
    assertEquals(List.of("/host/", "/host/data"), asked);
  }

  @Test
  void theSameNamespaceOnANodeIsTheNode() throws Exception {
    sameNamespace();
    table("1", "hidden");
    assertEquals(View.NODE, read("/").value().view());
    assertEquals(List.of("/", "/mnt"), asked);
  }

  @Test
  void ownMountsWhereThoseOfProcessOneCannotBeRead() throws Exception {
    table("self", "hidden");
    Section.Present<Filesystems> section = read("/");
    assertEquals(List.of("/", "/mnt"), points(section.value()));
    String path = proc + "/1/mountinfo";
    assertEquals(
        List.of(new SourceFailure(Kind.MISSING, path, 0, "No such file or directory")),
        section.flaws());
  }

  @Test
  void noTableAtAllIsAFailure() {
    Section<Filesystems> section = reader().read(new KernelReader(), new Roots(proc + "", "", "/"));
    assertEquals(proc + "/1/mountinfo", section.failures().getFirst().path());
  }

  private void table(String process, String fixture) throws IOException {
    Files.createDirectories(proc.resolve(process));
    Files.copy(FIXTURES.resolve(fixture), proc.resolve(process).resolve("mountinfo"));
  }

  private void sameNamespace() throws IOException {
    link("1/ns/mnt", "mnt:[4026531832]");
    link("self/ns/mnt", "mnt:[4026531832]");
  }

  private void link(String name, String target) throws IOException {
    Path link = proc.resolve(name);
    Files.createDirectories(Objects.requireNonNull(link.getParent()));
    Files.createSymbolicLink(link, Path.of(target));
  }

  private Section.Present<Filesystems> read(String rootfs) {
    Roots roots = new Roots(proc.toString(), "/sys", rootfs);
    return switch (reader().read(new KernelReader(), roots)) {
      case Section.Present<Filesystems> present -> present;
      case Section.Absent<Filesystems>(String reason) -> throw new AssertionError(reason);
      case Section.Failed<Filesystems>(SourceFailure failure) ->
          throw new AssertionError(failure.describe());
    };
  }

  private FilesystemReader reader() {
    Duration wait = Duration.ofSeconds(10);
    return new FilesystemReader(this::ask, MountFilter.asDf(), new Patience(wait, wait, wait));
  }

  private StatVfs ask(SizeCall.Target target) {
    synchronized (asked) {
      asked.add(target.path());
      asked.sort(null);
    }
    return new StatVfs(1, 1, 1, 1, 1, 1, false);
  }

  private static List<String> points(Filesystems all) {
    return all.all().stream().map(one -> one.mount().point()).toList();
  }
}
