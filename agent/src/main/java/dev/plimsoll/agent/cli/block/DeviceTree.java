package dev.plimsoll.agent.cli.block;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Devices below those that they are made of: one that is made of several is below each of them.
public final class DeviceTree {
  /// More than anybody reads: what is made of many that are made of many multiplies.
  private static final int MOST_LINES = 100_000;

  private final List<DeviceRow> all;
  private final boolean everyPlace;
  private final Map<String, List<DeviceRow>> children = new TreeMap<>();
  private final List<DeviceLine> lines = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> above = new HashSet<>();

  /// @param all by number
  /// @param everyPlace whether each mount point has a line
  /// @param deep whether what is made of a device is below it
  public DeviceTree(List<DeviceRow> all, boolean everyPlace, boolean deep) {
    this.all = List.copyOf(all);
    this.everyPlace = everyPlace;
    for (DeviceRow row : all) known.add(row.device().kernelName());
    for (DeviceRow row : deep ? all : List.<DeviceRow>of()) {
      for (String parent : row.device().parents()) {
        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(row);
      }
    }
  }

  /// Whether a device is made of no other.
  public boolean isTop(DeviceRow row) {
    return row.device().parents().stream().noneMatch(known::contains);
  }

  /// A tree for each of these.
  public List<DeviceLine> draw(Predicate<DeviceRow> top) {
    lines.clear();
    for (DeviceRow row : all) {
      if (top.test(row)) draw(row, "", "", "");
    }
    return List.copyOf(lines);
  }

  /// Without branches, each device once.
  public List<DeviceLine> list(Predicate<DeviceRow> top) {
    Set<String> wanted = new HashSet<>();
    for (DeviceLine line : draw(top)) wanted.add(line.row().device().kernelName());
    lines.clear();
    for (DeviceRow row : all) {
      if (wanted.contains(row.device().kernelName())) add(row, "", "", "");
    }
    return List.copyOf(lines);
  }

  /// @param branch before the device itself
  /// @param below before what is made of it
  private void draw(DeviceRow row, String branch, String below, String parent) {
    String name = row.device().kernelName();
    if (lines.size() >= MOST_LINES || !above.add(name)) return;
    List<DeviceRow> made = children.getOrDefault(name, List.of());
    add(row, branch, made.isEmpty() ? below : below + "│ ", parent);
    for (int index = 0; index < made.size(); index++) {
      boolean last = index == made.size() - 1;
      String next = below + (last ? "  " : "│ ");
      draw(made.get(index), below + (last ? "└─" : "├─"), next, name);
    }
    above.remove(name);
  }

  private void add(DeviceRow row, String branch, String further, String parent) {
    lines.add(new DeviceLine(row, branch, parent, 0));
    int places = everyPlace ? row.mountPoints().size() : 1;
    for (int place = 1; place < places; place++) {
      lines.add(new DeviceLine(row, further.stripTrailing(), parent, place));
    }
  }
}
