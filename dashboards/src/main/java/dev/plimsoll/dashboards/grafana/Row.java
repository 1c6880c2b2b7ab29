package dev.plimsoll.dashboards.grafana;

import java.util.List;

/// Panels below one title, laid out from left to right.
public record Row(String title, List<Panel> panels) {
  public Row {
    panels = List.copyOf(panels);
  }

  public static Row of(String title, Panel... panels) {
    return new Row(title, List.of(panels));
  }
}
