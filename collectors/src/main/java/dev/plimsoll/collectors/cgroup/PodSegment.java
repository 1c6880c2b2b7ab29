package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.cgroup.CgroupOwner.Qos;
import java.util.Optional;

/// The part of a path that names a pod (`pkg/kubelet/cm`): with the cgroupfs driver `pod<uid>`
/// below `kubepods`, `burstable` or `besteffort`; with the systemd driver
/// `kubepods-burstable-pod<uid>.slice`, the uid's dashes as underscores, and before `kubepods` what
/// the kubelet's cgroup root adds (`kubelet-kubepods-…` in kind).
final class PodSegment {
  private static final int UUID = 36;
  private static final int STATIC = 32;

  private PodSegment() {}

  /// @param above the segment before, empty where there is none
  static Optional<CgroupOwner.Pod> pod(String segment, String above) {
    if (segment.endsWith(".slice")) return slice(segment.substring(0, segment.length() - 6));
    if (!segment.startsWith("pod") || !isUid(segment.substring(3))) return Optional.empty();
    return Optional.of(new CgroupOwner.Pod(segment.substring(3), tier(above)));
  }

  private static Optional<CgroupOwner.Pod> slice(String name) {
    int at = name.lastIndexOf("-pod");
    if (at < 0) return Optional.empty();
    String uid = name.substring(at + 4).replace('_', '-');
    Qos qos = tier(name.substring(0, at));
    if (qos == Qos.UNKNOWN || !isUid(uid)) return Optional.empty();
    return Optional.of(new CgroupOwner.Pod(uid, qos));
  }

  private static Qos tier(String name) {
    if (name.endsWith("kubepods")) return Qos.GUARANTEED;
    if (name.equals("burstable") || name.endsWith("kubepods-burstable")) return Qos.BURSTABLE;
    if (name.equals("besteffort") || name.endsWith("kubepods-besteffort")) return Qos.BEST_EFFORT;
    return Qos.UNKNOWN;
  }

  private static boolean isUid(String uid) {
    if (uid.length() == STATIC) return uid.chars().allMatch(PodSegment::isHex);
    if (uid.length() != UUID) return false;
    for (int index = 0; index < UUID; index++) {
      boolean dash = index == 8 || index == 13 || index == 18 || index == 23;
      if (dash ? uid.charAt(index) != '-' : !isHex(uid.charAt(index))) return false;
    }
    return true;
  }

  static boolean isHex(int digit) {
    return Character.digit(digit, 16) >= 0 && digit < 0x80;
  }
}
