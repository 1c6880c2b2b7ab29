package dev.plimsoll.dashboards.grafana;

import dev.plimsoll.dashboards.grafana.Panel.Kind;
import dev.plimsoll.dashboards.grafana.Panel.Range;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How panels look: the same of one kind everywhere.
final class PanelLook {
  private PanelLook() {}

  static Map<String, Object> fieldConfig(Panel panel) {
    Map<String, Object> defaults =
        Json.object(
            "color", Json.object("mode", "palette-classic"),
            "custom", custom(panel.kind()),
            "thresholds", thresholds(),
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
      case STATES -> Json.object("fillOpacity", 70, "lineWidth", 0);
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

  /// No bounds: without these Grafana would make everything red above 80.
  private static Map<String, Object> thresholds() {
    return Json.object("mode", "absolute", "steps", List.of(step(null, Colour.FREE)));
  }

  static Map<String, Object> thresholds(double warning, double error) {
    return Json.object(
        "mode",
        "absolute",
        "steps",
        List.of(step(null, Colour.FREE), step(warning, Colour.WAITING), step(error, Colour.ERROR)));
  }

  private static Map<String, Object> step(@Nullable Double from, Colour colour) {
    Map<String, Object> step = Json.object("color", colour.grafana());
    step.put("value", from);
    return step;
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
              "value",
              "graphMode",
              "area",
              "reduceOptions",
              Json.object("calcs", List.of("lastNotNull"), "fields", "", "values", false),
              "textMode",
              "auto");
      case STATES ->
          Json.object(
              "alignValue",
              "left",
              "legend",
              Json.object("displayMode", "list", "placement", "bottom", "showLegend", true),
              "mergeValues",
              true,
              "rowHeight",
              0.9,
              "showValue",
              "auto",
              "tooltip",
              Json.object("mode", "single", "sort", "none"));
      case TABLE -> Json.object("cellHeight", "sm", "showHeader", true);
    };
  }

  /// What labels are called above a column.
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("cluster", "Cluster"),
          Map.entry("instance", "Node"),
          Map.entry("namespace", "Namespace"),
          Map.entry("workload", "Workload"),
          Map.entry("pod", "Pod"),
          Map.entry("container", "Container"),
          Map.entry("process", "Process"),
          Map.entry("unit", "Unit"),
          Map.entry("probe", "Probe"),
          Map.entry("device", "Device"),
          Map.entry("mountpoint", "Mounted on"),
          Map.entry("fstype", "Type"),
          Map.entry("reason", "Reason"),
          Map.entry("source", "Source"),
          Map.entry("permission", "Permission"));

  /// A table's queries side by side, each column by its query's legend.
  static List<Map<String, Object>> transformations(Panel panel) {
    if (panel.kind() != Kind.TABLE) return List.of();
    Map<String, Object> hidden = Json.object("Time", true);
    Map<String, Object> titles = new TreeMap<>(LABELS);
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
