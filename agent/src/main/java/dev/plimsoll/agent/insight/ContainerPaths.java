package dev.plimsoll.agent.insight;

import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which container the path of a control group belongs to, remembered, since paths are long and
/// there are as many processes. Belongs to the thread that reads.
final class ContainerPaths {
  private static final int MOST_PATHS = 16_384;

  private final Map<String, Optional<CgroupOwner>> owners = new HashMap<>();

  /// The container, with or without a pod; empty for any other group.
  Optional<CgroupOwner> container(String path) {
    Optional<CgroupOwner> known = owners.get(path);
    if (known != null) return known;
    if (owners.size() >= MOST_PATHS) owners.clear();
    Optional<CgroupOwner> found = container(CgroupPath.owner(path));
    owners.put(path, found);
    return found;
  }

  private static Optional<CgroupOwner> container(CgroupOwner owner) {
    return switch (owner) {
      case CgroupOwner.Container container -> Optional.of(container);
      case CgroupOwner.LoneContainer container -> Optional.of(container);
      case CgroupOwner.Monitor _, CgroupOwner.Pod _, CgroupOwner.Unit _, CgroupOwner.Other _ ->
          Optional.empty();
    };
  }
}
