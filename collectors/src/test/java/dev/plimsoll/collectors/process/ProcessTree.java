package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A `/proc` and a cgroup file system below a directory, made up file by file.
final class ProcessTree {
  private final Path root;

  ProcessTree(Path root) {
    this.root = root;
    write("proc/uptime", "1 1\n");
  }

  Roots roots() {
    return new Roots(root.resolve("proc").toString(), root.resolve("sys").toString(), "");
  }

  /// Writes a whole file, and the directories it is in.
  ProcessTree write(String path, String content) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }

  /// A process with all files that the reader wants.
  ProcessTree process(int pid, String comm, char state, long start, String cgroup) {
    String dir = "proc/" + pid + "/";
    stat(pid, comm, state, start, 0);
    write(dir + "io", io(0)).write(dir + "cgroup", "0::" + cgroup + "\n");
    write(dir + "cmdline", comm + "\0").write(dir + "oom_score", "0\n");
    write(dir + "fd/0", "").write(dir + "status", STATUS).write(dir + "limits", LIMITS);
    return this;
  }

  ProcessTree stat(int pid, String comm, char state, long start, long userTicks) {
    return write(
        "proc/" + pid + "/stat",
        pid
            + " ("
            + comm
            + ") "
            + state
            + " 0 1 1 0 -1 0 0 0 0 0 "
            + userTicks
            + " 0 0 0 20 0 1 0 "
            + start
            + REST);
  }

  static String io(long readBytes) {
    return "rchar: 0\nwchar: 0\nsyscr: 0\nsyscw: 0\nread_bytes: "
        + readBytes
        + "\nwrite_bytes: 0\ncancelled_write_bytes: 0\n";
  }

  /// CPU time of a cgroup.
  ProcessTree usage(String cgroup, long micros) {
    return write("sys/fs/cgroup" + cgroup + "/cpu.stat", "usage_usec " + micros + "\n");
  }

  ProcessTree remove(String path) {
    try (Stream<Path> files = Files.walk(root.resolve(path))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }

  private static final String REST =
      " 4096 1 18446744073709551615 1 2 3 0 0 0 0 0 0 1 0 0 17 0 0 0 0 0 0\n";

  private static final String STATUS =
      """
      Name:\tx
      Tgid:\t1
      Uid:\t0\t0\t0\t0
      Gid:\t0\t0\t0\t0
      Threads:\t1
      SigBlk:\t0
      SigIgn:\t0
      SigCgt:\t0
      CapEff:\t0
      voluntary_ctxt_switches:\t1
      nonvoluntary_ctxt_switches:\t1
      """;

  private static final String LIMITS =
      "Max processes  1  1  processes\nMax open files  1  1  files\n";
}
