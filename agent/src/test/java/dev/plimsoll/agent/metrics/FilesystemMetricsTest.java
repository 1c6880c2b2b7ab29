package dev.plimsoll.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.SizeCall;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The file systems of a fixture, whose sizes the test makes up.
class FilesystemMetricsTest {
  private static final String FIXTURE = "../collectors/src/test/resources/fixtures/v2/";

  @Test
  void eachDeviceOnceWithoutLayersAndConfiguration() {
    List<String> lines = lines(target -> new StatVfs(4096, 100, 60, 50, 10, 4, true), "size");
    String pods = "/var/lib/kubelet/pods/0e0a1ff2-5d1f-4d4a-9e5b-2b6b1d1d7b11/volumes/";
    assertEquals(
        List.of("/", "/dev", "/dev/shm", "/run", pods + "kubernetes.io~csi/pvc-1/mount", "/media")
            .stream()
            .map(point -> "plimsoll_node_filesystem_size_bytes " + point + " 409600.0")
            .toList(),
        lines);
  }

  @Test
  void valuesOfOne() {
    List<String> values =
        lines(target -> new StatVfs(4096, 100, 60, 50, 10, 4, true), "").stream()
            .filter(line -> line.contains(" /run "))
            .toList();
    assertEquals(
        List.of(
            "plimsoll_node_filesystem_size_bytes /run 409600.0",
            "plimsoll_node_filesystem_free_bytes /run 245760.0",
            "plimsoll_node_filesystem_available_bytes /run 204800.0",
            "plimsoll_node_filesystem_inodes /run 10.0",
            "plimsoll_node_filesystem_inodes_free /run 4.0",
            "plimsoll_node_filesystem_readonly /run 1.0"),
        values);
  }

  @Test
  void oneThatFailsHasItsReasonAndNothingElse() {
    List<String> lines =
        lines(
            target -> {
              if (!target.mount().point().equals("/run")) {
                return new StatVfs(1, 1, 1, 1, 1, 1, false);
              }
              throw new KernelFileException(target.path(), Errno.EIO);
            },
            " /run ");
    assertEquals(List.of("plimsoll_node_filesystem_error /run 1.0 io"), lines);
  }

  private static List<String> lines(SizeCall sizes, String holding) {
    EnumSet<Source> others = EnumSet.complementOf(EnumSet.of(Source.FILESYSTEM));
    Roots roots = new Roots(FIXTURE + "proc", FIXTURE + "sys", FIXTURE + "root");
    NodeSnapshot node = new NodeReader(roots, Clock.systemUTC(), others, sizes).read();
    List<String> lines = new ArrayList<>();
    FilesystemMetrics.write(
        node,
        (family, labels, value) -> {
          String reason = labels.contains("reason") ? ' ' + labels.get("reason") : "";
          lines.add(family.name() + ' ' + labels.get("mountpoint") + ' ' + value + reason);
        });
    return lines.stream().filter(line -> line.contains(holding)).toList();
  }
}
