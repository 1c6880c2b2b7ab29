package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.cli.containers.ContainerRow;
import dev.plimsoll.agent.join.ContainerName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One container, or one unit of the host: what its processes take together, and what its control
/// group tells besides.
///
/// @param tasks how many, `running` of them on a CPU or ready for one, `stuck` in state D
/// @param residentBytes the sum, which counts shared pages once for each process; of a container
///   its working set
/// @param usage empty for the host's own
record PlaceRow(
    String namespace,
    String pod,
    String place,
    int tasks,
    int running,
    int stuck,
    double cpu,
    long residentBytes,
    double cpuSeconds,
    Optional<ContainerRow> usage) {

  private record Place(String namespace, String pod, String name) {
    static Place of(TopRow row) {
      String namespace = row.facts().container().map(each -> each.namespace()).orElse("");
      return new Place(namespace, row.pod(), row.place().isEmpty() ? "(host)" : row.place());
    }
  }

  static List<PlaceRow> of(List<TopRow> rows, Map<ContainerName, ContainerRow> containers) {
    Map<Place, PlaceRow> places = new LinkedHashMap<>();
    for (TopRow row : rows) {
      Place place = Place.of(row);
      Optional<ContainerRow> usage =
          row.facts().container().flatMap(name -> Optional.ofNullable(containers.get(name)));
      PlaceRow none = new PlaceRow(place.namespace, place.pod, place.name, 0, 0, 0, 0, 0, 0, usage);
      places.put(place, places.getOrDefault(place, none).plus(row));
    }
    return places.values().stream().map(PlaceRow::asTheGroupHasIt).toList();
  }

  private PlaceRow plus(TopRow row) {
    char state = row.stat().state().letter();
    return new PlaceRow(
        namespace,
        pod,
        place,
        tasks + 1,
        running + (state == 'R' ? 1 : 0),
        stuck + (state == 'D' ? 1 : 0),
        cpu + row.cpu(),
        residentBytes + row.residentBytes(),
        cpuSeconds + row.cpuSeconds(),
        usage);
  }

  /// A group counts processes that ended too, and shared pages once.
  private PlaceRow asTheGroupHasIt() {
    if (usage.isEmpty()) return this;
    ContainerRow group = usage.get();
    return new PlaceRow(
        namespace,
        pod,
        place,
        tasks,
        running,
        stuck,
        group.cores().orElse(cpu),
        group.workingSet().orElse(residentBytes),
        group.cpuSeconds().orElse(cpuSeconds),
        usage);
  }
}
