package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.cgroup.CgroupOwner.ContainerRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the path of a control group, as `/proc/<pid>/cgroup` shows it and as directories below the
/// cgroup mount are named. The same path comes from every hierarchy of v1 and from v2.
///
/// Pods are found at any depth, because clusters nest: `/docker/<id>/kubelet/kubepods/…` is a pod
/// of a cluster in a container. Of several pods, of several containers without a pod, and of
/// several units, the outermost counts: what is inside belongs to it. A pod counts before a
/// container around it, a container before a unit around it.
public final class CgroupPath {
  private static final String DELETED = " (deleted)";

  /// The kinds of unit that have processes of their own.
  private static final List<String> UNITS =
      List.of(".service", ".scope", ".mount", ".swap", ".socket");

  private CgroupPath() {}

  /// Whose the group is. Never fails: a path that says nothing is [CgroupOwner.Other].
  ///
  /// @param path from the root of the hierarchy; leading `..` (of a cgroup namespace) are passed
  ///   over, and so is the ` (deleted)` of a group that is gone
  public static CgroupOwner owner(String path) {
    List<String> segments = segments(path);
    return pod(segments)
        .or(() -> loneContainer(segments))
        .or(() -> unit(segments))
        .or(() -> talosService(segments))
        .orElseGet(() -> new CgroupOwner.Other(plain(path, segments)));
  }

  private static List<String> segments(String path) {
    int end = path.length() - (path.endsWith(DELETED) ? DELETED.length() : 0);
    List<String> segments = new ArrayList<>();
    for (int at = 0; at < end; ) {
      int slash = path.indexOf('/', at);
      int stop = slash < 0 || slash > end ? end : slash;
      String segment = path.substring(at, stop);
      boolean up = segment.equals("..") && segments.isEmpty();
      if (!segment.isEmpty() && !up) segments.add(segment);
      at = stop + 1;
    }
    return segments;
  }

  private static String plain(String path, List<String> segments) {
    return segments.isEmpty() && path.contains("..") ? path : '/' + String.join("/", segments);
  }

  private static Optional<CgroupOwner> pod(List<String> segments) {
    for (int index = 0; index < segments.size(); index++) {
      List<String> parts = ContainerSegment.colonParts(segments.get(index));
      String above = index == 0 ? "" : segments.get(index - 1);
      Optional<CgroupOwner.Pod> pod = PodSegment.pod(parts.getFirst(), above);
      if (pod.isEmpty()) continue;
      if (parts.size() > 1) return Optional.of(ContainerSegment.of(parts).inPod(pod.get()));
      if (index + 1 == segments.size()) return pod.map(whole -> whole);
      return Optional.of(ContainerSegment.of(segments.get(index + 1)).inPod(pod.get()));
    }
    return Optional.empty();
  }

  private static Optional<CgroupOwner> loneContainer(List<String> segments) {
    for (int index = 0; index < segments.size(); index++) {
      ContainerSegment segment = ContainerSegment.of(segments.get(index));
      if (!segment.hasFullId()) continue;
      boolean inDocker = index > 0 && segments.get(index - 1).equals("docker");
      return Optional.of(segment.alone(inDocker ? ContainerRuntime.DOCKER : segment.runtime()));
    }
    return Optional.empty();
  }

  /// As systemd itself tells a process's unit: the first unit below the slices. What a unit with
  /// delegated control makes below itself (`user@1000.service/app.slice/…`) belongs to that unit.
  private static Optional<CgroupOwner> unit(List<String> segments) {
    Optional<CgroupOwner> slice = Optional.empty();
    for (String segment : segments) {
      if (isUnit(segment)) {
        return Optional.of(new CgroupOwner.Unit(segment));
      }
      if (segment.endsWith(".slice")) slice = Optional.of(new CgroupOwner.Unit(segment));
    }
    return slice;
  }

  private static boolean isUnit(String segment) {
    return UNITS.stream().anyMatch(segment::endsWith);
  }

  /// Talos Linux runs its services without systemd, in `/system/<name>` and `/podruntime/<name>`.
  private static Optional<CgroupOwner> talosService(List<String> segments) {
    if (segments.size() < 2) return Optional.empty();
    boolean talos =
        segments.getFirst().equals("system") || segments.getFirst().equals("podruntime");
    return talos ? Optional.of(new CgroupOwner.Unit(segments.get(1))) : Optional.empty();
  }
}
