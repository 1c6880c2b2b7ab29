package dev.plimsoll.dashboards.grafana;

import java.util.List;
import java.util.Map;

/// What is chosen above a dashboard: the values of one label.
///
/// @param name of the variable
/// @param title what people see
/// @param query gives the values
/// @param all what All matches where several may be chosen; empty where only one may
public record Variable(String name, String title, String query, String all) {
  private static final List<String> ALL = List.of("All");
  private static final List<String> ALL_VALUES = List.of("$__all");

  /// One value.
  public static Variable one(String name, String title, String query) {
    return new Variable(name, title, query, "");
  }

  /// One, several or all values.
  public static Variable many(String name, String title, String query) {
    return new Variable(name, title, query, ".+");
  }

  /// One, several or all values, or none: All takes also what does not have the label.
  public static Variable any(String name, String title, String query) {
    return new Variable(name, title, query, ".*");
  }

  Map<String, Object> json() {
    boolean many = !all.isEmpty();
    Map<String, Object> json =
        Json.object(
            "current",
            many ? Json.object("selected", true, "text", ALL, "value", ALL_VALUES) : Map.of(),
            "datasource",
            Dashboard.DATA_SOURCE,
            "definition",
            query,
            "hide",
            0,
            "includeAll",
            many,
            "label",
            title,
            "multi",
            many,
            "name",
            name,
            "options",
            List.of(),
            "query",
            Json.object("qryType", 1, "query", query, "refId", "values"),
            "refresh",
            2,
            "sort",
            1,
            "type",
            "query");
    if (many) json.put("allValue", all);
    return json;
  }

  /// The variable that every dashboard begins with.
  static Map<String, Object> dataSource() {
    return Json.object(
        "current",
        Map.of(),
        "hide",
        0,
        "includeAll",
        false,
        "label",
        "Data source",
        "multi",
        false,
        "name",
        "datasource",
        "options",
        List.of(),
        "query",
        "prometheus",
        "refresh",
        1,
        "type",
        "datasource");
  }
}
