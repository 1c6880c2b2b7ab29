package dev.plimsoll.collectors.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the kubelet keeps what belongs to pods.
class PodPathTest {
  private static final String UID = "8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d";
  private static final String PODS = "/var/lib/kubelet/pods/";

  private static Optional<PodPath> pod(String uid, String name, String volume) {
    return Optional.of(new PodPath(uid, optional(name), optional(volume)));
  }

  private static Optional<String> optional(String word) {
    return Optional.of(word).filter(one -> !one.isEmpty());
  }

  @Test
  void directoriesOfTheKubelet() {
    assertEquals(pod(UID, "", ""), PodPath.of(PODS + UID));
    assertEquals(pod(UID, "", ""), PodPath.of(PODS + UID + "/containers/app/0a"));
    String volume = PODS + UID + "/volumes/kubernetes.io~empty-dir/cache";
    assertEquals(pod(UID, "", "cache"), PodPath.of(volume));
    assertEquals(pod(UID, "", "cache"), PodPath.of("/rootfs" + volume + "/a\nb"));
    String hash = "0123456789abcdef0123456789abcdef";
    assertEquals(pod(hash, "", ""), PodPath.of("/data/kubelet/pods/" + hash));
  }

  @Test
  void logs() {
    String log = "/var/log/pods/kube-system_etcd-node-1_" + UID;
    assertEquals(pod(UID, "kube-system/etcd-node-1", ""), PodPath.of(log));
    assertEquals(pod(UID, "kube-system/etcd-node-1", ""), PodPath.of(log + "/etcd/0.log"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "/var/lib/kubelet/pods",
        "/var/lib/kubelet/pods/",
        "/home/a/pods/notes/x",
        "/var/lib/kubelet/pods/8F0D4A1C-5b1e-4f7e-9d57-0c3f6a2b1e4d",
        "/var/log/pods/_name_8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d",
        "/var/lib/kubelet/pods/8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4dx"
      })
  void others(String path) {
    assertEquals(Optional.empty(), PodPath.of(path));
  }
}
