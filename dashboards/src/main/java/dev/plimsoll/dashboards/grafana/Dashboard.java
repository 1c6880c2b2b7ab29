package dev.plimsoll.dashboards.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A dashboard, for Grafana 11 and newer.
///
/// @param uid the last part of its address; other dashboards link to it, so it never changes
/// @param annotations queries whose every sample is an event
public record Dashboard(
    String uid,
    String title,
    String description,
    List<Variable> variables,
    List<Annotation> annotations,
    List<Row> rows) {
  static final Map<String, Object> DATA_SOURCE =
      Json.object("type", "prometheus", "uid", "${datasource}");
  private static final int WIDTH = 24;

  /// Events drawn over all panels.
  public record Annotation(String name, String expr, Colour colour) {
    Map<String, Object> json() {
      return Json.object(
          "datasource",
          DATA_SOURCE,
          "enable",
          true,
          "expr",
          expr,
          "iconColor",
          colour.grafana(),
          "name",
          name,
          "step",
          "60s",
          "titleFormat",
          name,
          "type",
          "prometheus");
    }
  }

  public Dashboard {
    variables = List.copyOf(variables);
    annotations = List.copyOf(annotations);
    rows = List.copyOf(rows);
  }

  /// The file's text.
  public String json() {
    return Json.text(
        Json.object(
            "annotations",
            Map.of("list", annotations.stream().map(Annotation::json).toList()),
            "description",
            description,
            "editable",
            false,
            "fiscalYearStartMonth",
            0,
            "graphTooltip",
            1,
            "links",
            List.of(otherDashboards()),
            "panels",
            panels(),
            "refresh",
            "30s",
            "schemaVersion",
            41,
            "tags",
            List.of("plimsoll"),
            "templating",
            Map.of("list", templating()),
            "time",
            Json.object("from", "now-1h", "to", "now"),
            "timepicker",
            Map.of(),
            "timezone",
            "browser",
            "title",
            title,
            "uid",
            uid,
            "weekStart",
            ""));
  }

  private List<Map<String, Object>> templating() {
    List<Map<String, Object>> list = new ArrayList<>();
    list.add(Variable.dataSource());
    variables.forEach(variable -> list.add(variable.json()));
    return list;
  }

  private List<Map<String, Object>> panels() {
    List<Map<String, Object>> list = new ArrayList<>();
    int top = 0;
    for (Row row : rows) {
      list.add(rowJson(row.title(), list.size() + 1, top++));
      int left = 0;
      int height = 0;
      for (Panel panel : row.panels()) {
        if (left + panel.width() > WIDTH) {
          top += height;
          left = 0;
          height = 0;
        }
        list.add(panel.json(list.size() + 1, left, top));
        left += panel.width();
        height = Math.max(height, panel.height());
      }
      top += height;
    }
    return list;
  }

  private static Map<String, Object> rowJson(String title, int id, int top) {
    return Json.object(
        "collapsed",
        false,
        "gridPos",
        Json.object("h", 1, "w", WIDTH, "x", 0, "y", top),
        "id",
        id,
        "panels",
        List.of(),
        "title",
        title,
        "type",
        "row");
  }

  private static Map<String, Object> otherDashboards() {
    return Json.object(
        "asDropdown", true,
        "includeVars", true,
        "keepTime", true,
        "tags", List.of("plimsoll"),
        "targetBlank", false,
        "title", "Plimsoll",
        "type", "dashboards");
  }
}
