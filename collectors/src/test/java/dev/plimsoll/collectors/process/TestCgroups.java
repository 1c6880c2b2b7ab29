package dev.plimsoll.collectors.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Control groups of the kernel that runs the test, removed when it ends. The same path is made in
/// each hierarchy, as container runtimes do.
final class TestCgroups implements AutoCloseable {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");

  private final String own = "/plimsoll-processes-" + ProcessHandle.current().pid();
  private final List<Path> made = new ArrayList<>();

  TestCgroups() {
    Privileged.require(
        hierarchies().stream().allMatch(Files::isWritable) && !hierarchies().isEmpty(),
        "run it as root, where control groups can be made below " + ROOT);
  }

  private static List<Path> hierarchies() {
    if (Files.exists(ROOT.resolve("cgroup.controllers"))) return List.of(ROOT);
    return Stream.of("memory", "cpu", "cpuacct", "pids", "systemd", "unified")
        .map(ROOT::resolve)
        .filter(Files::isDirectory)
        .filter(hierarchy -> Files.exists(hierarchy.resolve("cgroup.procs")))
        .toList();
  }

  /// Makes a group.
  ///
  /// @return its path, as processes in it have it
  String make(String name) {
    String path = own + '/' + name;
    for (Path hierarchy : hierarchies()) {
      Path top = hierarchy.resolve(own.substring(1));
      if (!Files.exists(top)) made.add(top);
      Path group = hierarchy.resolve(path.substring(1));
      made.add(group);
      create(group);
    }
    return path;
  }

  private static void create(Path group) {
    try {
      Files.createDirectories(group);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Puts a process into a group, or into the root where the path is `/`.
  void move(long pid, String path) {
    for (Path hierarchy : hierarchies()) {
      try {
        Path processes = hierarchy.resolve(path.substring(1)).resolve("cgroup.procs");
        Files.writeString(processes, Long.toString(pid));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /// Removes them. Processes that ended a moment ago may still be in them.
  void remove() {
    for (Path group : made.reversed()) {
      for (int tries = 0; Files.exists(group) && !removed(group) && tries < 1000; tries++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
    made.clear();
  }

  @Override
  public void close() {
    remove();
  }

  private static boolean removed(Path group) {
    try {
      Files.delete(group);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
