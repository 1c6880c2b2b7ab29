package dev.plimsoll.dashboards.grafana;

/// Grafana's names of units. Sizes count in powers of 1024 everywhere.
public enum Unit {
  NUMBER("short"),
  RATIO("percentunit"),
  SECONDS("s"),
  BYTES("bytes"),
  BYTES_PER_SECOND("binBps"),
  OPERATIONS_PER_SECOND("iops"),
  PACKETS_PER_SECOND("pps"),
  PER_SECOND("cps"),
  TEXT("string");

  private final String grafana;

  Unit(String grafana) {
    this.grafana = grafana;
  }

  String grafana() {
    return grafana;
  }
}
