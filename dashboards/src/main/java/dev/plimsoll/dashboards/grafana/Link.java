package dev.plimsoll.dashboards.grafana;

import java.util.Map;

/// A way from a value to the dashboard that shows more of it, at the same time range.
///
/// @param title what people see
/// @param path to the dashboard with the variables that it takes over
public record Link(String title, String path) {
  private static final String KEPT =
      "${datasource:queryparam}&${cluster:queryparam}&${job:queryparam}";

  /// To another dashboard, with data source, cluster and job as they are.
  ///
  /// @param uid of the dashboard
  public static Link to(String title, String uid) {
    return new Link(title, "/d/" + uid + "?" + KEPT);
  }

  /// The other dashboard's variable is what a table's column, named for a label, says in this line.
  public Link column(String variable, String label) {
    return new Link(title, path + "&var-" + variable + "=${__data.fields." + label + "}");
  }

  /// The other dashboard's variable is what this series has as label.
  public Link label(String variable, String label) {
    return new Link(title, path + "&var-" + variable + "=${__field.labels." + label + "}");
  }

  /// The other dashboard's variable is what it is on this one.
  public Link same(String variable) {
    return new Link(title, path + "&${" + variable + ":queryparam}");
  }

  Map<String, Object> json() {
    return Json.object("targetBlank", false, "title", title, "url", path + "&${__url_time_range}");
  }
}
