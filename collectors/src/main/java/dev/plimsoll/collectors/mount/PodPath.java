package dev.plimsoll.collectors.mount;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pod that a file on the node belongs to, by where the kubelet keeps it: in `<its
/// directory>/pods/<uid>` what a pod has mounted, and in `/var/log/pods/<namespace>_<name>_<uid>`
/// its logs. A pod from a file of the node has a hash for a uid.
///
/// @param podUid of the pod
/// @param name its namespace and name, `shop/cart-0`, where the path tells
/// @param volume its name in the pod's specification, or that of the persistent volume, where the
///   file is in one
public record PodPath(String podUid, Optional<String> name, Optional<String> volume) {
  private static final String UID =
      "(?<uid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})";
  private static final Pattern KUBELET =
      Pattern.compile(
          ".*/pods/" + UID + "(/volumes/[^/]+/(?<volume>[^/]+))?(/.*)?", Pattern.DOTALL);
  private static final Pattern LOGS =
      Pattern.compile(
          ".*/pods/(?<namespace>[^/_]+)_(?<pod>[^/_]+)_" + UID + "(/.*)?", Pattern.DOTALL);

  /// The pod that has a path; empty where none has.
  ///
  /// @param path absolute
  public static Optional<PodPath> of(String path) {
    if (!path.contains("/pods/")) return Optional.empty();
    Matcher kubelet = KUBELET.matcher(path);
    if (kubelet.matches()) {
      Optional<String> volume = Optional.ofNullable(kubelet.group("volume"));
      return Optional.of(new PodPath(kubelet.group("uid"), Optional.empty(), volume));
    }
    Matcher logs = LOGS.matcher(path);
    if (!logs.matches()) return Optional.empty();
    String name = logs.group("namespace") + '/' + logs.group("pod");
    return Optional.of(new PodPath(logs.group("uid"), Optional.of(name), Optional.empty()));
  }
}
