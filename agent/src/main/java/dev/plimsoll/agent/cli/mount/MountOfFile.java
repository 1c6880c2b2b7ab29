package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.mount.Mount;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Finds the mount that a file is in, or that a device holds.
final class MountOfFile {
  private MountOfFile() {}

  /// @throws IOException where there is no such file; its message is the whole complaint
  static Mount find(String file, List<Mount> mounts) throws IOException {
    String path = real(file);
    List<Mount> visible = mounts.stream().filter(mount -> !mount.hidden()).toList();
    return visible.stream()
        .filter(mount -> path.startsWith("/dev/") && mount.source().equals(path))
        .min(Comparator.comparingInt(mount -> mount.point().length()))
        .or(() -> visible.stream().filter(mount -> holds(mount, path)).max(byPoint()))
        .orElseThrow(() -> new IOException(file + ": no mount holds it"));
  }

  /// The path of a file without links.
  static String real(String file) throws IOException {
    try {
      return Path.of(file).toRealPath().toString();
    } catch (NoSuchFileException | InvalidPathException _) {
      throw new IOException(file + ": No such file or directory");
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
