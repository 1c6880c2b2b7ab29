package dev.plimsoll.dashboards.grafana;

/// One colour for one meaning, on every dashboard. Red is for errors and limits only.
public enum Colour {
  USER("blue"),
  SYSTEM("orange"),
  WAITING("yellow"),
  STOLEN("purple"),
  INTERRUPT("super-light-orange"),
  NICE("light-blue"),
  IDLE("super-light-green"),
  CACHE("light-green"),
  FREE("green"),
  ERROR("red");

  private final String grafana;

  Colour(String grafana) {
    this.grafana = grafana;
  }

  String grafana() {
    return grafana;
  }
}
