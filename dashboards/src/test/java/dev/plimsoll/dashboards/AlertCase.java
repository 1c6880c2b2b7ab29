package dev.plimsoll.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A case of `src/test/prometheus/*.yaml`: series, and when an alert fires on them.
record AlertCase(Tree fields) {
  private static final Path FOLDER = Path.of("src", "test", "prometheus");

  static List<AlertCase> all() throws IOException {
    List<AlertCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Tree.read(file).trees("cases").map(AlertCase::new).forEach(cases::add);
      }
    }
    return cases;
  }

  String alert() {
    return fields.text("alert");
  }

  List<String> quiet() {
    return fields.texts("quiet");
  }

  List<String> resolved() {
    return fields.texts("resolved");
  }

  List<String> firing() {
    return fields.has("fires") ? List.copyOf(fields.tree("fires").names()) : List.of();
  }

  /// The case as promtool takes it.
  ///
  /// @param rule the alert's rule, for what every alert of it says
  Map<String, Object> promtool(Tree rule) {
    List<Object> times = new ArrayList<>();
    for (String time : quiet()) times.add(at(time, List.of()));
    for (String time : firing()) {
      times.add(
          at(time, fields.tree("fires").trees(time).map(alert -> expected(alert, rule)).toList()));
    }
    for (String time : resolved()) times.add(at(time, List.of()));
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("name", alert() + ": " + fields.text("about"));
    test.put("interval", fields.has("interval") ? fields.text("interval") : "1m");
    test.put("input_series", series());
    test.put("alert_rule_test", times);
    return test;
  }

  private List<Map<String, String>> series() {
    Tree series = fields.tree("series");
    return series.names().stream()
        .map(name -> Map.of("series", name, "values", String.valueOf(series.value(name))))
        .toList();
  }

  private Map<String, Object> at(String time, List<?> alerts) {
    return Map.of("eval_time", time, "alertname", alert(), "exp_alerts", alerts);
  }

  private static Map<String, Object> expected(Tree alert, Tree rule) {
    Map<Object, Object> labels = new LinkedHashMap<>(alert.tree("labels").fields());
    labels.putAll(rule.tree("labels").fields());
    Map<Object, Object> annotations = new LinkedHashMap<>(rule.tree("annotations").fields());
    annotations.put("description", alert.text("says"));
    return Map.of("exp_labels", labels, "exp_annotations", annotations);
  }
}
