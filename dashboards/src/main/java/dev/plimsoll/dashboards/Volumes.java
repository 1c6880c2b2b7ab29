package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.NODES;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.share;
import static dev.plimsoll.dashboards.Scope.sum;
import static dev.plimsoll.dashboards.Scope.top;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// What pods keep on disks: volumes, layers and logs, as the kubelet sizes them.
final class Volumes {
  private static final String VOLUME = "namespace, pod, volume, type";
  private static final String CLAIM = "namespace, persistentvolumeclaim";
  private static final String CLAIMED = "persistentvolumeclaim!=\"\"";

  private Volumes() {}

  static Row row() {
    return Row.of("What pods keep", volumes(), claims(), pods(), nearLimit());
  }

  private static Panel volumes() {
    return Panel.table(
            "Largest volumes",
            "What each volume takes, and where it has a limit (sizeLimit) how much of it. Beyond the limit the pod is"
                + " evicted.")
        .wide(14)
        .high(10)
        .query(top(max(VOLUME, NODES.of("volume_used_bytes"))), "Used")
        .query(max(VOLUME, NODES.of("volume_limit_bytes")), "Limit")
        .query(max(VOLUME, NODES.of("volume_limit_ratio")), "Of the limit")
        .unit("^(Used|Limit)$", Unit.BYTES)
        .unit("^Of the limit$", Unit.RATIO)
        .bounds("^Of the limit$", 0.7, 0.85)
        .link("^Pod$", Links.POD);
  }

  private static Panel claims() {
    return Panel.table(
            "Persistent volumes", "How full the filesystems of claims are, in bytes and in files.")
        .wide(10)
        .high(10)
        .query(
            top(
                max(
                    CLAIM,
                    "1 - "
                        + share(
                            NODES.of("volume_available_bytes", CLAIMED),
                            NODES.of("volume_capacity_bytes", CLAIMED)))),
            "Used")
        .query(
            max(
                CLAIM,
                "1 - "
                    + share(
                        NODES.of("volume_inodes_free", CLAIMED),
                        NODES.of("volume_inodes", CLAIMED))),
            "Inodes used")
        .unit("^(Used|Inodes used)$", Unit.RATIO)
        .bounds("^(Used|Inodes used)$", 0.85, 0.95);
  }

  private static Panel pods() {
    return Panel.table(
            "Pods by ephemeral storage",
            "Layers, logs and directories of each pod that are on the node's own disk, and the logs among them.")
        .wide(12)
        .high(10)
        .query(top(max("namespace, pod", NODES.of("pod_ephemeral_storage_used_bytes"))), "Used")
        .query(sum("namespace, pod", NODES.of("container_logs_used_bytes")), "Logs")
        .query(max("namespace, pod", NODES.of("pod_ephemeral_storage_limit_ratio")), "Of the limit")
        .unit("^(Used|Logs)$", Unit.BYTES)
        .unit("^Of the limit$", Unit.RATIO)
        .bounds("^Of the limit$", 0.7, 0.85)
        .link("^Pod$", Links.POD);
  }

  private static Panel nearLimit() {
    return Panel.lines(
            "Nearest to eviction",
            "Ephemeral storage and volumes as a share of their limits; at 100 % the kubelet evicts the pod.",
            Unit.RATIO)
        .ofWhole()
        .high(10)
        .query(
            "topk(10, "
                + max("namespace, pod", NODES.of("pod_ephemeral_storage_limit_ratio"))
                + ")",
            "{{namespace}}/{{pod}}")
        .query(
            "topk(10, " + max("namespace, pod, volume", NODES.of("volume_limit_ratio")) + ")",
            "{{namespace}}/{{pod}} {{volume}}")
        .link(".*", Links.POD_OF_LINE);
  }
}
