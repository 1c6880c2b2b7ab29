package dev.plimsoll.agent.pod;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every pod of this node that is known, by uid and by its containers' ids. Immutable.
public final class PodTable {
  /// The most pods that are kept; a node runs a few hundred.
  static final int MOST_PODS = 4096;

  /// A container and its pod.
  public record Place(Pod pod, PodContainer container) {}

  private static final PodTable EMPTY = new PodTable(List.of());

  private final List<Pod> pods;
  private final Map<String, Pod> byGroupUid = new HashMap<>();
  private final Map<String, Place> byContainer = new HashMap<>();

  private PodTable(List<Pod> pods) {
    this.pods = pods;
    for (Pod pod : pods) {
      byGroupUid.put(pod.groupUid(), pod);
      for (PodContainer container : pod.containers()) {
        container.status().ifPresent(status -> add(status, new Place(pod, container)));
      }
    }
  }

  private void add(ContainerStatus status, Place place) {
    if (!status.id().isEmpty()) byContainer.put(status.id(), place);
  }

  public static PodTable empty() {
    return EMPTY;
  }

  public static PodTable of(Collection<Pod> pods) {
    return pods.isEmpty() ? EMPTY : new PodTable(pods.stream().limit(MOST_PODS).toList());
  }

  public List<Pod> pods() {
    return pods;
  }

  /// The pod whose control group has this uid.
  public Optional<Pod> pod(String groupUid) {
    return Optional.ofNullable(byGroupUid.get(groupUid));
  }

  /// The container that has this id now.
  public Optional<Place> container(String id) {
    return Optional.ofNullable(byContainer.get(id));
  }
}
