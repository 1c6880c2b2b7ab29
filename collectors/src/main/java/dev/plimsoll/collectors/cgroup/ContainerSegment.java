package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.cgroup.CgroupOwner.ContainerRuntime;
import java.util.List;

/// The part of a path that names a container: `<id>`, `crio-<id>`, `cri-containerd-<id>.scope`; and
/// where runc was handed a systemd path without the systemd driver,
/// `kubepods-pod<uid>.slice:cri-containerd:<id>` in one.
///
/// @param prefix what stands before the id, without what separates them; empty where nothing does
/// @param id the runtime's id; the whole segment where no id can be told from it
record ContainerSegment(String prefix, String id) {
  private static final int FULL_ID = 64;

  static ContainerSegment of(String segment) {
    List<String> parts = colonParts(segment);
    if (parts.size() > 1) return of(parts);
    String name = segment.endsWith(".scope") ? segment.substring(0, segment.length() - 6) : segment;
    int start = name.length() - FULL_ID;
    boolean separated =
        start > 1 && (name.charAt(start - 1) == '-' || name.charAt(start - 1) == '_');
    if (!separated) return new ContainerSegment("", name);
    return new ContainerSegment(name.substring(0, start - 1), name.substring(start));
  }

  /// @param parts slice, prefix and id
  static ContainerSegment of(List<String> parts) {
    return new ContainerSegment(parts.get(1), parts.get(2));
  }

  /// Slice, prefix and id of a segment that has two colons; else the segment alone.
  static List<String> colonParts(String segment) {
    int first = segment.indexOf(':');
    int last = segment.lastIndexOf(':');
    if (first == last) return List.of(segment);
    return List.of(
        segment.substring(0, first),
        segment.substring(first + 1, last),
        segment.substring(last + 1));
  }

  /// Whether it is a container beyond doubt, wherever it stands.
  boolean hasFullId() {
    return id.length() == FULL_ID && id.chars().allMatch(PodSegment::isHex);
  }

  ContainerRuntime runtime() {
    return switch (prefix) {
      case "cri-containerd", "nerdctl" -> ContainerRuntime.CONTAINERD;
      case "crio", "crio-conmon" -> ContainerRuntime.CRIO;
      case "docker" -> ContainerRuntime.DOCKER;
      case "libpod", "libpod-conmon", "libpod-payload" -> ContainerRuntime.PODMAN;
      default -> ContainerRuntime.UNKNOWN;
    };
  }

  CgroupOwner inPod(CgroupOwner.Pod pod) {
    return watched(new CgroupOwner.Container(pod.uid(), id, runtime(), pod.qos()));
  }

  CgroupOwner alone(ContainerRuntime runtime) {
    return watched(new CgroupOwner.LoneContainer(id, runtime));
  }

  private CgroupOwner watched(CgroupOwner container) {
    return prefix.endsWith("-conmon") ? new CgroupOwner.Monitor(container) : container;
  }
}
