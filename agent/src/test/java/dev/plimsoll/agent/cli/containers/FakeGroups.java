package dev.plimsoll.agent.cli.containers;

import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Control groups of version 2 made of files, with values as a test wants them.
final class FakeGroups {
  private final Path root;

  FakeGroups(Path root) throws IOException {
    this.root = root;
    write("cgroup.controllers", "cpu io memory pids\n");
    Files.createDirectories(root.resolve("proc"));
  }

  Roots roots() {
    return new Roots(root + "/proc", root + "/sys", root.toString());
  }

  void write(String file, String text) throws IOException {
    Path path = root.resolve("sys/fs/cgroup/" + file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /// A container that ran so long, with half a CPU for its quota and 64 MiB.
  void container(String path, long micros, int periods, int throttled) throws IOException {
    write(
        path + "/cpu.stat",
        "usage_usec %d\nuser_usec %d\nsystem_usec 0\nnr_periods %d\nnr_throttled %d\nthrottled_usec 9\n"
            .formatted(micros, micros, periods, throttled));
    write(path + "/cpu.max", "50000 100000\n");
    write(path + "/memory.current", "33554432\n");
    write(path + "/memory.max", "67108864\n");
    write(
        path + "/memory.stat",
        """
        anon 16777216
        file 16777216
        file_mapped 0
        file_dirty 0
        file_writeback 0
        inactive_file 8388608
        active_file 8388608
        unevictable 0
        slab_reclaimable 0
        slab_unreclaimable 0
        pgfault 1
        pgmajfault 0
        """);
    write(path + "/memory.events", "low 0\nhigh 0\nmax 3\noom 1\noom_kill 1\n");
    write(path + "/pids.current", "7\n");
    write(path + "/pids.max", "100\n");
    for (String resource : new String[] {"cpu", "memory", "io"}) {
      write(
          path + '/' + resource + ".pressure",
          """
          some avg10=12.40 avg60=0.00 avg300=0.00 total=1
          full avg10=0.00 avg60=0.00 avg300=0.00 total=0
          """);
    }
  }
}
