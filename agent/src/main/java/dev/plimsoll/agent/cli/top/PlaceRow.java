package dev.plimsoll.agent.cli.top;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The processes of one container together, or of one unit of the host.
///
/// @param tasks how many, `running` of them on a CPU or ready for one, `stuck` in state D
/// @param residentBytes the sum, which counts shared pages once for each process
record PlaceRow(
    String namespace,
    String pod,
    String place,
    int tasks,
    int running,
    int stuck,
    double cpu,
    long residentBytes,
    double memory,
    double cpuSeconds) {

  private record Place(String namespace, String pod, String name) {
    static Place of(TopRow row) {
      String namespace = row.facts().container().map(each -> each.namespace()).orElse("");
      return new Place(namespace, row.pod(), row.place().isEmpty() ? "(host)" : row.place());
    }
  }

  static Collection<PlaceRow> of(List<TopRow> rows) {
    Map<Place, PlaceRow> places = new LinkedHashMap<>();
    for (TopRow row : rows) {
      Place place = Place.of(row);
      PlaceRow none = new PlaceRow(place.namespace, place.pod, place.name, 0, 0, 0, 0, 0, 0, 0);
      places.put(place, places.getOrDefault(place, none).plus(row));
    }
    return places.values();
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
        memory + row.memory(),
        cpuSeconds + row.cpuSeconds());
  }
}
