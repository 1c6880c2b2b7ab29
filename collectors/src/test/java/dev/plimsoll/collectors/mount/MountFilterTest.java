package dev.plimsoll.collectors.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.kernel.KernelText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Which of several mounts counts: the rules of `df`.
class MountFilterTest {
  private static final String TABLE =
      """
      1 0 8:1 / / rw - ext4 /dev/sda1 rw
      2 1 0:5 / /proc rw - proc proc rw
      3 1 0:6 / /dev/shm rw - tmpfs tmpfs rw
      4 3 0:7 / /dev/shm rw - tmpfs tmpfs rw
      5 1 8:2 /sub /srv/bind/deep rw - ext4 /dev/sda2 rw
      6 1 8:2 / /srv rw - ext4 /dev/sda2 rw
      7 1 8:1 /home /home rw - ext4 /dev/sda1 rw
      8 1 0:9 / /net/a rw - nfs4 server:/a rw
      9 1 0:9 / /net/b rw - nfs4 server:/b rw
      10 1 0:10 /@ /b rw - btrfs /dev/sdc rw
      11 10 0:10 /@home /b/home rw - btrfs /dev/sdc rw
      """;

  @Test
  void eachDeviceOnceWhereItsFilesAreReached() {
    assertEquals(List.of(1L, 4L, 6L, 8L, 9L, 10L, 11L), ids(MountFilter.asDf()));
  }

  @Test
  void everythingIsEverything() {
    assertEquals(11, ids(MountFilter.everything()).size());
  }

  @Test
  void typesAndPointsCanBeLeftOut() {
    Pattern points = Pattern.compile("^/(srv|home)($|/)");
    MountFilter filter =
        MountFilter.asDf()
            .and(mount -> !mount.type().equals("btrfs") && !mount.type().equals("nfs4"))
            .and(mount -> !points.matcher(mount.point()).find());
    assertEquals(List.of(1L, 4L), ids(filter));
  }

  private static List<Long> ids(MountFilter filter) {
    KernelText text = new KernelText("table", TABLE.getBytes(StandardCharsets.UTF_8));
    return filter.select(MountInfo.parse(text).mounts()).stream().map(Mount::id).toList();
  }
}
