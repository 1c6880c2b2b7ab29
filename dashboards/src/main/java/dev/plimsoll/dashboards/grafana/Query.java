package dev.plimsoll.dashboards.grafana;

import java.util.Map;

/// One query of a panel.
///
/// @param expr PromQL; rates are over `$__rate_interval`
/// @param legend what a series is called, `{{label}}` for a label's value; of a table, the column's
///   title
public record Query(String expr, String legend) {

  Map<String, Object> json(char refId, boolean table) {
    return Json.object(
        "datasource",
        Dashboard.DATA_SOURCE,
        "editorMode",
        "code",
        "expr",
        expr,
        "format",
        table ? "table" : "time_series",
        "instant",
        table,
        "legendFormat",
        legend,
        "range",
        !table,
        "refId",
        String.valueOf(refId));
  }
}
