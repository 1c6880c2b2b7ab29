package dev.plimsoll.dashboards.grafana;

import dev.plimsoll.dashboards.grafana.Panel.Kind;
import dev.plimsoll.dashboards.grafana.Panel.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How panels look: the same of one kind everywhere.
final class PanelLook {
  private PanelLook() {}

  static Map<String, Object> fieldConfig(Panel panel) {
    Map<String, Object> defaults =
        Json.object(
            "color", Json.object("mode", "palette-classic"),
            "custom", custom(panel.kind()),
            "unit", panel.unit().grafana());
    if (panel.kind() != Kind.TABLE && panel.range() != Range.SIGNED) defaults.put("min", 0);
    if (panel.range() == Range.WHOLE) defaults.put("max", 1);
    return Json.object(
        "defaults",
        defaults,
        "overrides",
        panel.differences().stream().map(Panel.Difference::json).toList());
  }

  private static Map<String, Object> custom(Kind kind) {
    return switch (kind) {
      case LINES -> drawn(10, "none");
      case STACK -> drawn(60, "normal");
      case NUMBER -> Map.of();
      case TABLE -> Json.object("align", "auto", "filterable", true);
    };
  }

  private static Map<String, Object> drawn(int fill, String stacking) {
    return Json.object(
        "drawStyle",
        "line",
        "fillOpacity",
        fill,
        "lineWidth",
        1,
        "showPoints",
        "never",
        "spanNulls",
        false,
        "stacking",
        Json.object("group", "A", "mode", stacking));
  }

  static Map<String, Object> options(Kind kind) {
    return switch (kind) {
      case LINES, STACK ->
          Json.object(
              "legend",
              Json.object(
                  "calcs",
                  List.of("lastNotNull", "max"),
                  "displayMode",
                  "table",
                  "placement",
                  "bottom",
                  "showLegend",
                  true),
              "tooltip",
              Json.object("mode", "multi", "sort", "desc"));
      case NUMBER ->
          Json.object(
              "colorMode",
              "none",
              "graphMode",
              "area",
              "reduceOptions",
              Json.object("calcs", List.of("lastNotNull"), "fields", "", "values", false),
              "textMode",
              "auto");
      case TABLE -> Json.object("cellHeight", "sm", "showHeader", true);
    };
  }

  /// A table's queries side by side, each column by its query's legend; what says only where the
  /// values were scraped is left out.
  static List<Map<String, Object>> transformations(Panel panel) {
    if (panel.kind() != Kind.TABLE) return List.of();
    Map<String, Object> hidden = Json.object("Time", true, "instance", true, "job", true);
    Map<String, Object> titles = new LinkedHashMap<>();
    char refId = 'A';
    for (Query query : panel.queries()) titles.put("Value #" + refId++, query.legend());
    return List.of(
        Json.object("id", "merge", "options", Map.of()),
        Json.object(
            "id",
            "organize",
            "options",
            Json.object("excludeByName", hidden, "indexByName", Map.of(), "renameByName", titles)));
  }
}
