package dev.plimsoll.collectors.mount;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pod's volume, as the kubelet mounts it: `<its directory>/pods/<uid>/volumes/<plugin>/<name>`,
/// below which a plugin may have a directory of its own (`mount` of CSI).
///
/// @param podUid of the pod
/// @param plugin that made it, `kubernetes.io/csi`
/// @param name of the volume in the pod's specification, or of the persistent volume
public record KubeletVolume(String podUid, String plugin, String name) {
  private static final Pattern POINT =
      Pattern.compile(".*/pods/(?<uid>[^/]+)/volumes/(?<plugin>[^/]+)/(?<name>[^/]+)(/mount)?");

  /// The volume that is mounted at `point`; empty where that is no pod's volume.
  public static Optional<KubeletVolume> at(String point) {
    Matcher matcher = POINT.matcher(point);
    if (!matcher.matches()) return Optional.empty();
    String plugin = matcher.group("plugin").replace('~', '/');
    return Optional.of(new KubeletVolume(matcher.group("uid"), plugin, matcher.group("name")));
  }
}
