package dev.plimsoll.daemonset.node;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A kubelet that has pods from a folder too. The program that starts the node has no setting for
/// that, but takes its binaries from where `KUBE_CACHE` says: here the same ones, but for a kubelet
/// that is called with one option more.
final class StaticPods {
  private static final String CACHE = "KUBE_CACHE";

  private StaticPods() {}

  /// @param folder where the binaries are put together; best on the file system of the real ones
  /// @param pods the folder of the pods' files
  /// @return what the program finds in its environment; nothing where the binaries are elsewhere
  static Map<String, String> environment(Path folder, Path pods) throws IOException {
    Path real = realCache();
    if (!Files.isExecutable(real.resolve("bin/kubelet"))) return Map.of();
    Path cache = folder.toAbsolutePath();
    Files.createDirectories(cache.resolve("bin"));
    try (Stream<Path> binaries = Files.list(real.resolve("bin"))) {
      for (Path binary : binaries.toList()) link(cache.resolve("bin"), binary);
    }
    link(cache, real.resolve("cni"));
    wrap(cache.resolve("bin/kubelet"), real.resolve("bin/kubelet"), pods.toAbsolutePath());
    return Map.of(CACHE, cache.toString());
  }

  private static Path realCache() {
    return Optional.ofNullable(System.getenv(CACHE))
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "kube-node"));
  }

  /// A hard link has the path that was run, by which the program finds its own processes.
  private static void link(Path folder, Path file) throws IOException {
    Path link = folder.resolve(file.getFileName().toString());
    Files.deleteIfExists(link);
    if (Files.isDirectory(file)) {
      Files.createSymbolicLink(link, file);
      return;
    }
    try {
      Files.createLink(link, file);
    } catch (FileSystemException _) {
      Files.createSymbolicLink(link, file);
    }
  }

  private static void wrap(Path wrapper, Path kubelet, Path pods) throws IOException {
    Files.deleteIfExists(wrapper);
    Files.write(
        wrapper,
        List.of("#!/bin/sh", "exec '" + kubelet + "' \"$@\" --pod-manifest-path='" + pods + "'"));
    Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
