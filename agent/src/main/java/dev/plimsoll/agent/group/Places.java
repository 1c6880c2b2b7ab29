package dev.plimsoll.agent.group;

import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupPath;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All places, and which of them belongs to a control group. A container has one place by its name,
/// so that its counters go on when it restarts.
final class Places {
  private static final int MOST_PLACES = 4096;
  private static final int MOST_HOMES = 16_384;

  private final Map<String, Home> homes = new HashMap<>();
  private final Map<Labels, Place> places = new LinkedHashMap<>();

  /// The kernel's threads, and whoever finds no place.
  private final Place host = new Place(Labels.EMPTY);

  private PodIndex pods = PodIndex.standAlone();

  /// Begins a pass.
  @SuppressWarnings("ReferenceEquality") // There is another index where another is known of pods.
  void begin(PodIndex now) {
    if (now != pods) {
      pods = now;
      for (Home home : homes.values()) home.place = place(PlaceLabels.of(home.owner, pods));
    }
    host.begin();
    for (Place place : places.values()) place.begin();
  }

  Place host() {
    return host;
  }

  /// The home of a process; null where there are too many.
  @Nullable Home home(String path) {
    Home known = homes.get(path);
    if (known != null || homes.size() >= MOST_HOMES) return known;
    Home home = home(path, CgroupPath.owner(path));
    homes.put(path, home);
    return home;
  }

  private Home home(String path, CgroupOwner owner) {
    return new Home(path, owner, place(PlaceLabels.of(owner, pods)));
  }

  private Place place(Labels labels) {
    Place known = places.get(labels);
    if (known != null) return known;
    if (places.size() >= MOST_PLACES) return host;
    Place place = new Place(labels);
    places.put(labels, place);
    return place;
  }

  /// The place of an owner, if any process has been seen there.
  Optional<Place> known(CgroupOwner owner, PodIndex index) {
    return Optional.ofNullable(places.get(PlaceLabels.of(owner, index)));
  }

  /// Counts what no process shows.
  void tellUnseen(long ticksPerSecond) {
    for (Place place : places.values()) place.tellUnseen(ticksPerSecond);
  }

  void seat() {
    host.seat();
    for (Place place : places.values()) place.seat();
  }

  /// Ends a pass.
  ///
  /// @param forgotten groups without a member since this pass go
  void end(List<GroupSample> samples, long pass, long forgotten) {
    homes.values().removeIf(home -> home.lastPass < pass);
    host.end(samples, forgotten);
    for (Place place : places.values()) place.end(samples, forgotten);
    places.values().removeIf(place -> place.isEmptySince(forgotten));
  }
}
