package dev.plimsoll.agent.pod;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every pod of this node that is known, by uid and by its containers' ids. Immutable.
public final class PodTable {
  /// The most pods that are kept; a node runs a few hundred.
  static final int MOST_PODS = 4096;

  /// A container and its pod.
  public record Place(Pod pod, PodContainer container) {}

  private static final PodTable EMPTY = new PodTable(List.of(), List.of());

  private final List<Pod> pods;
  private final List<NamedContainer> names;
  private final Map<String, Pod> byGroupUid = new HashMap<>();
  private final Map<String, Place> byContainer = new HashMap<>();

  private PodTable(List<Pod> pods, List<NamedContainer> names) {
    this.pods = pods;
    this.names = List.copyOf(names);
    for (Pod pod : pods) {
      byGroupUid.put(pod.groupUid(), pod);
      for (PodContainer container : pod.containers()) {
        container.status().ifPresent(status -> add(status, new Place(pod, container)));
      }
    }
    names.forEach(this::add);
  }

  /// A name adds a container to a pod that is told of better, or a pod of which only this is known.
  private void add(NamedContainer name) {
    if (byContainer.containsKey(name.id())) return;
    Pod pod = byGroupUid.computeIfAbsent(name.podUid(), _ -> name.pod());
    PodContainer container =
        pod.containers().stream()
            .filter(known -> known.name().equals(name.container()))
            .findFirst()
            .orElseGet(name::told);
    byContainer.put(name.id(), new Place(pod, container));
  }

  private void add(ContainerStatus status, Place place) {
    if (!status.id().isEmpty()) byContainer.put(status.id(), place);
  }

  public static PodTable empty() {
    return EMPTY;
  }

  public static PodTable of(Collection<Pod> pods) {
    return EMPTY.with(pods);
  }

  /// A table of these pods; the same table where they are what it has, in whatever order.
  public PodTable with(Collection<Pod> now) {
    List<Pod> kept = now.stream().limit(MOST_PODS).map(this::known).toList();
    boolean isSame = kept.size() == pods.size() && names.isEmpty();
    for (Pod pod : kept) isSame = isSame && pod.equals(byGroupUid.get(pod.groupUid()));
    return isSame ? this : new PodTable(kept, List.of());
  }

  /// The pod as it was known, where nothing of it has changed.
  private Pod known(Pod pod) {
    Pod known = byGroupUid.get(pod.groupUid());
    return known != null && known.equals(pod) ? known : pod;
  }

  /// This table, with names of containers that it does not tell of.
  public PodTable withNames(List<NamedContainer> now) {
    return now.equals(names) ? this : new PodTable(pods, now);
  }

  /// The pods that somebody told of, not those of which only a name is known.
  public List<Pod> pods() {
    return pods;
  }

  /// Containers of which nobody told more than their names.
  public List<NamedContainer> names() {
    return names;
  }

  /// One pod for each name: where one is made anew under its name, the newer.
  public Collection<Pod> current() {
    Map<List<String>, Pod> byName = new LinkedHashMap<>();
    for (Pod pod : pods) {
      byName.merge(List.of(pod.namespace(), pod.name()), pod, PodTable::newer);
    }
    return byName.values();
  }

  private static Pod newer(Pod one, Pod other) {
    Instant first = one.identity().created().orElse(Instant.MIN);
    return other.identity().created().orElse(Instant.MIN).isAfter(first) ? other : one;
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
