package dev.plimsoll.agent.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// A copy of a captured node, to be spoilt.
final class NodeCopy {
  private static final Path CAPTURED = Path.of("../collectors/src/test/resources/fixtures");

  private final Path root;

  private NodeCopy(Path root) {
    this.root = root;
  }

  static NodeCopy of(String captured, Path root) throws IOException {
    copy(CAPTURED.resolve(captured), root);
    Files.createDirectories(root.resolve("sys"));
    return new NodeCopy(root);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) Files.createDirectories(target);
        else Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /// What makes the agent read this node, and often.
  String[] options() {
    return new String[] {
      "--path.procfs=" + root.resolve("proc"),
      "--path.sysfs=" + root.resolve("sys"),
      "--path.rootfs=" + root.resolve("root"),
      "--interval.fast=100ms",
      "--interval.counters=100ms",
      "--interval.process=200ms",
      "--interval.slow=200ms"
    };
  }

  /// A command that takes from root the right to read everything.
  static List<String> withoutRights() {
    return System.getProperty("user.name").equals("root")
        ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--")
        : List.of();
  }

  void copyProcess(int pid) throws IOException {
    copy(CAPTURED.resolve("containers/proc/" + pid), root.resolve("proc/" + pid));
  }

  byte[] read(String file) throws IOException {
    return Files.readAllBytes(root.resolve(file));
  }

  /// @param text each char a byte
  void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Path whole = Files.write(root.resolve("new"), text.getBytes(StandardCharsets.ISO_8859_1));
    Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete(String file) throws IOException {
    Files.walkFileTree(
        root.resolve(file),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(path);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path path, IOException fault)
              throws IOException {
            Files.delete(path);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  void forbid(String file) throws IOException {
    Files.setPosixFilePermissions(root.resolve(file), PosixFilePermissions.fromString("---------"));
  }
}
