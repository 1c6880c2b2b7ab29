package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.NODES;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.share;
import static dev.plimsoll.dashboards.Scope.sum;
import static dev.plimsoll.dashboards.Scope.top;

import dev.plimsoll.dashboards.grafana.Dashboard;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;
import java.util.List;

/// Room, inodes and disks of all nodes, and who uses them.
final class StorageDashboard {
  private static final String MOUNT = "instance, mountpoint, device, fstype";
  private static final String LINE = "{{instance}} {{mountpoint}}";

  private StorageDashboard() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "plimsoll-storage",
        "Plimsoll / Storage",
        "Filesystems and disks of all nodes: what is full, what fills, what is slow, and who writes.",
        Scope.FLEET,
        Events.ofNode(),
        List.of(filesystems(), trends(), Volumes.row(), disks(), writers()));
  }

  private static Row filesystems() {
    return Row.of("Filesystems", table(), failing());
  }

  private static Panel table() {
    return Panel.table(
            "Fullest filesystems",
            "The twenty with least room. The last column is when it is full at the pace of the last six hours; a"
                + " negative one becomes emptier.")
        .wide(16)
        .high(10)
        .query(
            top(
                max(
                    MOUNT,
                    "1 - "
                        + share(
                            NODES.of("node_filesystem_available_bytes"),
                            NODES.of("node_filesystem_size_bytes")))),
            "Used")
        .query(max(MOUNT, NODES.of("node_filesystem_available_bytes")), "Available")
        .query(max(MOUNT, NODES.of("node_filesystem_size_bytes")), "Size")
        .query(
            max(
                MOUNT,
                "1 - "
                    + share(
                        NODES.of("node_filesystem_inodes_free"),
                        NODES.of("node_filesystem_inodes"))),
            "Inodes used")
        .query(
            max(
                MOUNT,
                NODES.of("node_filesystem_available_bytes")
                    + " / -(deriv("
                    + NODES.of("node_filesystem_available_bytes")
                    + "[6h]) != 0)"),
            "Full in")
        .unit("^(Used|Inodes used)$", Unit.RATIO)
        .unit("^(Available|Size)$", Unit.BYTES)
        .unit("^Full in$", Unit.SECONDS)
        .bounds("^(Used|Inodes used)$", 0.85, 0.95)
        .link("^Node$", Links.NODE);
  }

  private static Panel failing() {
    return Panel.table(
            "Filesystems that do not answer",
            "Mounts that could not be asked for their size, and why: a server that is gone, most often.")
        .wide(8)
        .high(10)
        .query(
            max("instance, mountpoint, fstype, reason", NODES.of("node_filesystem_error")), "Now")
        .link("^Node$", Links.NODE);
  }

  private static Row trends() {
    return Row.of("Trends", used(), inodes());
  }

  private static Panel used() {
    return Panel.lines(
            "Used", "Share of each filesystem that is not available; the ten fullest.", Unit.RATIO)
        .ofWhole()
        .query(
            "topk(10, "
                + max(
                    MOUNT,
                    "1 - "
                        + share(
                            NODES.of("node_filesystem_available_bytes"),
                            NODES.of("node_filesystem_size_bytes")))
                + ")",
            LINE)
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Panel inodes() {
    return Panel.lines(
            "Inodes used",
            "Share of the files that each filesystem can hold; the ten fullest. Without inodes no file can be made,"
                + " however much room there is.",
            Unit.RATIO)
        .ofWhole()
        .query(
            "topk(10, "
                + max(
                    MOUNT,
                    "1 - "
                        + share(
                            NODES.of("node_filesystem_inodes_free"),
                            NODES.of("node_filesystem_inodes")))
                + ")",
            LINE)
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Row disks() {
    return Row.of("Disks", queue(), latency());
  }

  private static Panel queue() {
    return Panel.lines(
            "Length of the queue",
            "Requests that a disk had to do on average. What stays above ten is more than it can.",
            Unit.NUMBER)
        .query(
            max("instance, device", NODES.rate("node_disk_queue_seconds_total")),
            "{{instance}} {{device}}")
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Panel latency() {
    return Panel.lines(
            "Time per request",
            "How long a read or a write took on average, from being queued to being done.",
            Unit.SECONDS)
        .query(
            share(
                sum(
                    "instance, device, direction",
                    NODES.rate("node_disk_operation_seconds_total", "direction=~\"read|write\"")),
                sum(
                    "instance, device, direction",
                    NODES.rate("node_disk_operations_total", "direction=~\"read|write\""))),
            "{{instance}} {{device}} {{direction}}")
        .link(".*", Links.NODE_OF_LINE);
  }

  private static Row writers() {
    return Row.of("Who uses the disks", containers(), processes());
  }

  private static Panel containers() {
    return Panel.table(
            "Containers by disk traffic", "Bytes per second read from disks and written.")
        .wide(12)
        .high(10)
        .query(
            top(sum("namespace, pod, container", NODES.rate("container_io_written_bytes_total"))),
            "Written")
        .query(
            top(sum("namespace, pod, container", NODES.rate("container_io_read_bytes_total"))),
            "Read")
        .unit("^(Written|Read)$", Unit.BYTES_PER_SECOND)
        .link("^Container$", Links.CONTAINER)
        .link("^Pod$", Links.POD);
  }

  private static Panel processes() {
    return Panel.table(
            "Processes by writes",
            "Bytes per second that groups of processes made to be written, on the host and in containers.")
        .wide(12)
        .high(10)
        .query(
            top(
                sum(
                    "instance, namespace, pod, unit, process",
                    NODES.rate("process_write_bytes_total"))),
            "Written")
        .unit("^Written$", Unit.BYTES_PER_SECOND)
        .link("^Pod$", Links.POD)
        .link("^Node$", Links.NODE);
  }
}
