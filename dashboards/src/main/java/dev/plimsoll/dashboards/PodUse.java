package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.PodDashboard.CONTAINER;
import static dev.plimsoll.dashboards.Scope.PODS;
import static dev.plimsoll.dashboards.Scope.sum;

import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;

/// What the containers of pods use.
final class PodUse {
  private static final String NAME = "{{pod}}/{{container}}";

  private PodUse() {}

  static Row cpu() {
    return Row.of("CPU", usage(), throttled(), peaks(), pressure());
  }

  private static Panel usage() {
    return Panel.stack(
            "CPU by container",
            "CPUs used, with what the containers asked for and may use in all.",
            Unit.NUMBER)
        .query(sum(CONTAINER, PODS.rate("container_cpu_usage_seconds_total")), NAME)
        .query("sum(" + PODS.of("container_cpu_request_cores") + ")", "asked for")
        .query("sum(" + PODS.of("container_cpu_limit_cores") + ")", "limit")
        .limit("^(asked for|limit)$")
        .link("/", Links.CONTAINER_OF_LINE);
  }

  private static Panel throttled() {
    return Panel.lines(
            "Throttled",
            "Share of the periods in which a container had used up its CPU quota and stood still for the rest.",
            Unit.RATIO)
        .ofWhole()
        .query(
            Scope.share(
                sum(CONTAINER, PODS.rate("container_cpu_throttled_periods_total")),
                sum(CONTAINER, PODS.rate("container_cpu_periods_total"))),
            NAME)
        .link(".*", Links.CONTAINER_OF_LINE);
  }

  private static Panel peaks() {
    return Panel.lines(
            "Busiest second",
            "The most CPUs that a container used in one second of the last minute: bursts that an average hides.",
            Unit.NUMBER)
        .query(Scope.max(CONTAINER, PODS.of("container_cpu_minute_peak_cores")), NAME)
        .link(".*", Links.CONTAINER_OF_LINE);
  }

  private static Panel pressure() {
    return Panel.lines(
            "Stood still",
            "Share of time in which some task of a pod stood still for want of CPU, memory or I/O. For CPU that"
                + " includes its own quota.",
            Unit.RATIO)
        .query(
            Scope.max(
                "namespace, pod, resource",
                PODS.rate("pod_pressure_seconds_total", "kind=\"some\"")),
            "{{pod}} {{resource}}");
  }

  static Row memory() {
    return Row.of("Memory", workingSet(), ofLimit(), kills(), faults());
  }

  private static Panel workingSet() {
    return Panel.stack(
            "Memory by container",
            "Working sets, with what the containers asked for and may use in all.",
            Unit.BYTES)
        .query(sum(CONTAINER, PODS.of("container_memory_working_set_bytes")), NAME)
        .query("sum(" + PODS.of("container_memory_request_bytes") + ")", "asked for")
        .query("sum(" + PODS.of("container_memory_limit_bytes") + ")", "limit")
        .limit("^(asked for|limit)$")
        .link("/", Links.CONTAINER_OF_LINE);
  }

  private static Panel ofLimit() {
    return Panel.lines(
            "Of the memory limit",
            "Memory that cannot be taken back, as a share of the container's limit. At 100 % the OOM killer comes;"
                + " page cache, which makes the working set look larger, is not in it.",
            Unit.RATIO)
        .ofWhole()
        .query(Scope.max(CONTAINER, PODS.of("container_memory_unreclaimable_limit_ratio")), NAME)
        .link(".*", Links.CONTAINER_OF_LINE);
  }

  private static Panel kills() {
    return Panel.lines(
            "OOM kills",
            "Processes of each pod that the OOM killer ended, through restarts of its containers. A worker that is"
                + " killed while its container lives on is in it.",
            Unit.NUMBER)
        .query(sum("namespace, pod", PODS.increase("pod_oom_kills_total")), "{{pod}}");
  }

  private static Panel faults() {
    return Panel.lines(
            "Major page faults",
            "Faults that had to read a disk. Many of them near the limit mean that the container reads its own code"
                + " again and again.",
            Unit.PER_SECOND)
        .query(sum(CONTAINER, PODS.rate("container_major_page_faults_total")), NAME)
        .link(".*", Links.CONTAINER_OF_LINE);
  }

  static Row traffic() {
    return Row.of("Network and disk", network(), drops(), disk(), tasks());
  }

  private static Panel network() {
    return Panel.lines(
            "Network", "Bytes that pods received, and sent (below zero).", Unit.BYTES_PER_SECOND)
        .query(
            sum("namespace, pod, direction", PODS.rate("pod_network_bytes_total")),
            "{{pod}} {{direction}}")
        .below(" transmit$");
  }

  private static Panel drops() {
    return Panel.lines(
            "Packets lost",
            "Packets of pods that were dropped or came in bad.",
            Unit.PACKETS_PER_SECOND)
        .query(sum("namespace, pod", PODS.rate("pod_network_drops_total")), "{{pod}} dropped")
        .query(sum("namespace, pod", PODS.rate("pod_network_errors_total")), "{{pod}} bad");
  }

  private static Panel disk() {
    return Panel.lines(
            "Disk",
            "Bytes read from disks, and written (below zero), also long after the container wrote them.",
            Unit.BYTES_PER_SECOND)
        .query(sum(CONTAINER, PODS.rate("container_io_read_bytes_total")), NAME + " read")
        .query(sum(CONTAINER, PODS.rate("container_io_written_bytes_total")), NAME + " written")
        .below(" written$");
  }

  private static Panel tasks() {
    return Panel.lines(
            "Tasks of the limit",
            "Processes and threads of each pod as a share of what it may have. At 100 % no thread can be made.",
            Unit.RATIO)
        .ofWhole()
        .query(Scope.max("namespace, pod", PODS.of("pod_tasks_limit_ratio")), "{{pod}}");
  }
}
