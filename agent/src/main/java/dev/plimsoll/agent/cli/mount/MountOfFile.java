package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.mount.Mount;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the mount that a file is in, or that a device holds.
final class MountOfFile {
  private static final long PATIENCE_SECONDS = 5;

  /// The working directory.
  private static final String HERE = Path.of("").toAbsolutePath().toString();

  private MountOfFile() {}

  /// @throws IOException where there is no such file; its message is the whole complaint
  static Mount find(String file, List<Mount> mounts) throws IOException {
    List<Mount> visible = mounts.stream().filter(mount -> !mount.hidden()).toList();
    Optional<Mount> there = at(plain(file), visible);
    if (there.isPresent()) return there.get();
    String path = real(file);
    return visible.stream()
        .filter(mount -> path.startsWith("/dev/") && mount.source().equals(path))
        .min(byPoint())
        .or(() -> visible.stream().filter(mount -> holds(mount, path)).max(byPoint()))
        .orElseThrow(() -> new IOException(file + ": no mount holds it"));
  }

  /// The path of a file from the root on; links in it are not followed.
  static String plain(String file) {
    return PlainPath.of(file, HERE);
  }

  /// Where a mount point itself is named, nobody need be asked: it may be one that does not answer.
  private static Optional<Mount> at(String path, List<Mount> visible) {
    return visible.stream().filter(mount -> mount.point().equals(path)).findFirst();
  }

  /// The path of a file without links. Its file system is asked for it, which may not answer.
  static String real(String file) throws IOException {
    FutureTask<String> task = new FutureTask<>(() -> Path.of(file).toRealPath().toString());
    Thread.ofPlatform().daemon().name("plimsoll-path").start(task);
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException _) {
      throw new IOException(file + ": No such file or directory");
    } catch (TimeoutException _) {
      throw new IOException(file + ": the file system does not answer");
    } catch (InterruptedException _) {
      throw new InterruptedIOException();
    }
  }

  private static Comparator<Mount> byPoint() {
    return Comparator.comparingInt(mount -> mount.point().length());
  }

  private static boolean holds(Mount mount, String path) {
    String point = mount.point();
    return point.equals("/") || path.equals(point) || path.startsWith(point + '/');
  }
}
