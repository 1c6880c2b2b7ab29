package dev.plimsoll.dashboards.grafana;

import java.util.List;
import java.util.Map;

/// What is chosen above a dashboard: the values of one label.
///
/// @param name of the variable
/// @param title what people see
/// @param query gives the values
/// @param many whether several may be chosen, and all
public record Variable(String name, String title, String query, boolean many) {

  Map<String, Object> json() {
    Map<String, Object> json =
        Json.object(
            "current",
            Map.of(),
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
    if (many) json.put("allValue", ".+");
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
