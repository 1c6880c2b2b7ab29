package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.NodeDashboard.node;
import static dev.plimsoll.dashboards.NodeDashboard.rate;
import static dev.plimsoll.dashboards.Scope.share;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// What the disks do, and how full they are.
final class NodeDisks {
  private static final String DIRECTED = "{{device}} {{direction}}";

  private NodeDisks() {}

  static Row row() {
    return Row.of("Disks", throughput(), operations(), latency(), busy());
  }

  private static Panel throughput() {
    return Panel.lines("Throughput", "Bytes read, and written (below zero).", Unit.BYTES_PER_SECOND)
        .query(rate("disk_bytes_total", "direction=~\"read|write\""), DIRECTED)
        .below(" write$");
  }

  private static Panel operations() {
    return Panel.lines(
            "Requests",
            "Requests done: reads, and writes (below zero).",
            Unit.OPERATIONS_PER_SECOND)
        .query(rate("disk_operations_total", "direction=~\"read|write\""), DIRECTED)
        .below(" write$");
  }

  private static Panel latency() {
    return Panel.lines(
            "Time per request",
            "How long a request took on average, from being queued to being done.",
            Unit.SECONDS)
        .query(
            rate("disk_operation_seconds_total", "direction=~\"read|write\"")
                + " / "
                + "("
                + rate("disk_operations_total", "direction=~\"read|write\"")
                + " > 0)",
            DIRECTED);
  }

  private static Panel busy() {
    return Panel.lines(
            "Busy, and length of the queue",
            "Share of time with a request to do, and how many there were on average. A disk that serves many"
                + " requests at once can be busy all the time and still have room; a growing queue says it has not.",
            Unit.NUMBER)
        .query(rate("disk_busy_seconds_total"), "{{device}} busy")
        .query(rate("disk_queue_seconds_total"), "{{device}} queue")
        .unit(" busy$", Unit.RATIO);
  }

  static Row filesystems() {
    return Row.of("Filesystems", table(), used(), filling());
  }

  private static Panel table() {
    return Panel.table(
            "Filesystems",
            "Size and room of each. Available is less than free where some is kept for root.")
        .query(each(node("filesystem_size_bytes")), "Size")
        .query(each(node("filesystem_available_bytes")), "Available")
        .query(
            each("1 - " + share(node("filesystem_available_bytes"), node("filesystem_size_bytes"))),
            "Used")
        .query(
            each("1 - " + share(node("filesystem_inodes_free"), node("filesystem_inodes"))),
            "Inodes used")
        .unit("^(Size|Available)$", Unit.BYTES)
        .unit("^(Used|Inodes used)$", Unit.RATIO)
        .bounds("^(Used|Inodes used)$", 0.85, 0.95);
  }

  private static String each(String expr) {
    return Scope.max("mountpoint, device, fstype", expr);
  }

  private static Panel used() {
    return Panel.lines("Used", "Share of each filesystem that is not available.", Unit.RATIO)
        .ofWhole()
        .query(
            "1 - "
                + node("filesystem_available_bytes")
                + " / ("
                + node("filesystem_size_bytes")
                + " > 0)",
            "{{mountpoint}}");
  }

  private static Panel filling() {
    return Panel.lines(
            "Filling by",
            "What each filesystem loses per second, over the last hour. Below zero it becomes emptier.",
            Unit.BYTES_PER_SECOND)
        .query("-deriv(" + node("filesystem_available_bytes") + "[1h])", "{{mountpoint}}")
        .signed();
  }
}
