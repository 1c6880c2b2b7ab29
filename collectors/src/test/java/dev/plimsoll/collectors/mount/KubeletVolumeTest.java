package dev.plimsoll.collectors.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which mount points are pods' volumes.
class KubeletVolumeTest {
  private static final String UID = "0e0a1ff2-5d1f-4d4a-9e5b-2b6b1d1d7b11";

  @ParameterizedTest
  @CsvSource({
    "/var/lib/kubelet/pods/%s/volumes/kubernetes.io~projected/kube-api-access-x2kzj,"
        + "kubernetes.io/projected,kube-api-access-x2kzj",
    "/var/lib/kubelet/pods/%s/volumes/kubernetes.io~csi/pvc-1/mount,kubernetes.io/csi,pvc-1",
    "/var/lib/k0s/kubelet/pods/%s/volumes/kubernetes.io~empty-dir/cache,"
        + "kubernetes.io/empty-dir,cache",
  })
  void aVolumeTellsItsPod(String point, String plugin, String name) {
    assertEquals(
        Optional.of(new KubeletVolume(UID, plugin, name)),
        KubeletVolume.at(String.format(point, UID)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/var/lib/kubelet",
        "/var/lib/kubelet/pods/uid/volumes/kubernetes.io~csi",
        "/var/lib/kubelet/pods/uid/volumes/kubernetes.io~csi/pvc-1/other",
        "/var/lib/kubelet/pods/uid/volume-subpaths/pvc-1/app/0",
        "/srv/pods/uid/volumes",
      })
  void otherMountsAreNot(String point) {
    assertEquals(Optional.empty(), KubeletVolume.at(point));
  }

  @Test
  void aNewLineInANameChangesNothing() {
    assertEquals(Optional.empty(), KubeletVolume.at("/a\n/pods/u/volumes/p/n"));
  }
}
