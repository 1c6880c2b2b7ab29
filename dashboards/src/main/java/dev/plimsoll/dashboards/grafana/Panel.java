package dev.plimsoll.dashboards.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One panel: immutable; every method that changes something gives a new one.
///
/// @param description what the panel is for, and how to read it
/// @param unit of the values; of a table, of those columns that do not say otherwise
/// @param width of 24
/// @param differences what differs for single series or columns
public record Panel(
    Kind kind,
    String title,
    String description,
    Unit unit,
    int width,
    int height,
    Range range,
    List<Query> queries,
    List<Difference> differences) {

  /// What it draws.
  public enum Kind {
    LINES("timeseries"),
    STACK("timeseries"),
    NUMBER("stat"),
    /// Bars of one colour while a value stays the same.
    STATES("state-timeline"),
    TABLE("table");

    private final String grafana;

    Kind(String grafana) {
      this.grafana = grafana;
    }
  }

  /// What the axis shows.
  public enum Range {
    FROM_ZERO,
    WHOLE,
    SIGNED
  }

  /// What differs for the series whose names match.
  record Difference(String pattern, List<Map<String, Object>> properties) {
    Map<String, Object> json() {
      return Json.object(
          "matcher",
          Json.object("id", "byRegexp", "options", '/' + pattern + '/'),
          "properties",
          properties);
    }
  }

  public Panel {
    queries = List.copyOf(queries);
    differences = List.copyOf(differences);
  }

  private static Panel of(
      Kind kind, String title, String description, Unit unit, int width, int height) {
    return new Panel(
        kind, title, description, unit, width, height, Range.FROM_ZERO, List.of(), List.of());
  }

  /// Lines over time.
  public static Panel lines(String title, String description, Unit unit) {
    return of(Kind.LINES, title, description, unit, 12, 8);
  }

  /// Areas over time, one upon the other: parts of a whole.
  public static Panel stack(String title, String description, Unit unit) {
    return of(Kind.STACK, title, description, unit, 12, 8);
  }

  /// The newest value.
  public static Panel number(String title, String description, Unit unit) {
    return of(Kind.NUMBER, title, description, unit, 4, 4);
  }

  /// When something was so (1) and when it was not (0).
  ///
  /// @param yes what people see for 1
  /// @param no what people see for 0
  public static Panel states(String title, String description, State yes, State no) {
    return of(Kind.STATES, title, description, Unit.NUMBER, 24, 8)
        .differing(".*", List.of(property("mappings", List.of(State.mappings(List.of(no, yes))))));
  }

  /// A value's name and colour.
  public record State(String name, Colour colour) {
    /// @param states of 0, 1, …
    static Map<String, Object> mappings(List<State> states) {
      Map<String, Object> options = Json.object();
      for (State state : states) {
        options.put(
            String.valueOf(options.size()),
            Json.object("color", state.colour.grafana(), "text", state.name));
      }
      return Json.object("options", options, "type", "value");
    }
  }

  /// The newest values, a line for each set of labels, a column for each query.
  public static Panel table(String title, String description) {
    return of(Kind.TABLE, title, description, Unit.NUMBER, 24, 8);
  }

  public Panel query(String expr, String legend) {
    List<Query> more = new ArrayList<>(queries);
    more.add(new Query(expr, legend));
    return new Panel(kind, title, description, unit, width, height, range, more, differences);
  }

  /// The values are parts of 1, and the axis shows all of it.
  public Panel ofWhole() {
    return ranging(Range.WHOLE);
  }

  /// The values may be below zero.
  public Panel signed() {
    return ranging(Range.SIGNED);
  }

  private Panel ranging(Range other) {
    return new Panel(kind, title, description, unit, width, height, other, queries, differences);
  }

  public Panel wide(int columns) {
    return new Panel(kind, title, description, unit, columns, height, range, queries, differences);
  }

  /// The series whose names match have this colour.
  public Panel colour(String pattern, Colour colour) {
    return differing(pattern, List.of(fixed(colour)));
  }

  private static Map<String, Object> fixed(Colour colour) {
    return property("color", Json.object("fixedColor", colour.grafana(), "mode", "fixed"));
  }

  private static Map<String, Object> property(String id, Object value) {
    return Json.object("id", id, "value", value);
  }

  /// The series whose names match are drawn below zero.
  public Panel below(String pattern) {
    return signed().differing(pattern, List.of(property("custom.transform", "negative-Y")));
  }

  /// The series whose names match are a limit: dashed, unfilled, upon nothing.
  public Panel limit(String pattern) {
    return differing(
        pattern,
        List.of(
            property("custom.lineStyle", Json.object("dash", List.of(8, 8), "fill", "dash")),
            property("custom.fillOpacity", 0),
            property("custom.stacking", Json.object("group", "limit", "mode", "none")),
            fixed(Colour.ERROR)));
  }

  /// The series or columns whose names match have this unit.
  public Panel unit(String pattern, Unit unit) {
    return differing(pattern, List.of(property("unit", unit.grafana())));
  }

  /// Values of the series or columns whose names match become yellow from the first bound on and
  /// red from the second.
  public Panel bounds(String pattern, double warning, double error) {
    List<Map<String, Object>> properties = new ArrayList<>();
    properties.add(property("thresholds", PanelLook.thresholds(warning, error)));
    properties.add(property("color", Json.object("mode", "thresholds")));
    if (kind == Kind.TABLE) {
      properties.add(property("custom.cellOptions", Json.object("type", "color-text")));
    }
    return differing(pattern, properties);
  }

  /// A click on the series or columns whose names match leads there.
  public Panel link(String pattern, Link link) {
    return differing(pattern, List.of(property("links", List.of(link.json()))));
  }

  /// Higher than usual.
  public Panel high(int lines) {
    return new Panel(kind, title, description, unit, width, lines, range, queries, differences);
  }

  private Panel differing(String pattern, List<Map<String, Object>> properties) {
    List<Difference> more = new ArrayList<>(differences);
    more.add(new Difference(pattern, properties));
    return new Panel(kind, title, description, unit, width, height, range, queries, more);
  }

  Map<String, Object> json(int id, int left, int top) {
    List<Map<String, Object>> targets = new ArrayList<>();
    for (Query query : queries) {
      targets.add(query.json((char) ('A' + targets.size()), kind == Kind.TABLE));
    }
    return Json.object(
        "datasource",
        Dashboard.DATA_SOURCE,
        "description",
        description,
        "fieldConfig",
        PanelLook.fieldConfig(this),
        "gridPos",
        Json.object("h", height, "w", width, "x", left, "y", top),
        "id",
        id,
        "options",
        PanelLook.options(kind),
        "pluginVersion",
        "11.0.0",
        "targets",
        targets,
        "title",
        title,
        "transformations",
        PanelLook.transformations(this),
        "type",
        kind.grafana);
  }
}
