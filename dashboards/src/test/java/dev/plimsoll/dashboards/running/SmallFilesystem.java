package dev.plimsoll.dashboards.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A real tmpfs of 4 MiB, which only root may mount.
final class SmallFilesystem implements AutoCloseable {
  private static final int SIZE = 4 << 20;

  private final Path mountpoint;

  private SmallFilesystem(Path mountpoint) {
    this.mountpoint = mountpoint;
  }

  static SmallFilesystem mount(Path mountpoint) throws IOException, InterruptedException {
    boolean isRoot = "root".equals(System.getProperty("user.name"));
    if (!isRoot) System.err.println("skipped: to mount a tmpfs, run the tests as root");
    Assumptions.assumeTrue(isRoot);
    Files.createDirectories(mountpoint);
    run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "plimsoll-test", mountpoint.toString());
    return new SmallFilesystem(mountpoint);
  }

  String mountpoint() {
    return mountpoint.toString();
  }

  void fill() throws IOException {
    Files.write(file(), new byte[SIZE - (SIZE >> 6)]);
  }

  void empty() throws IOException {
    Files.delete(file());
  }

  private Path file() {
    return mountpoint.resolve("file");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", mountpoint.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
