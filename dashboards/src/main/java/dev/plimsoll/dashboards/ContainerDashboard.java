package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.CONTAINERS;
import static dev.plimsoll.dashboards.Scope.sum;

import dev.plimsoll.dashboards.grafana.Colour;
import dev.plimsoll.dashboards.grafana.Dashboard;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;
import java.util.List;

/// A container and the processes in it.
final class ContainerDashboard {
  private ContainerDashboard() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "plimsoll-container",
        "Plimsoll / Container and processes",
        "One container: its CPU, memory, pressure and disk, and the processes in it.",
        List.of(
            Scope.CLUSTER,
            Scope.JOB,
            Scope.MANY_NODES,
            Scope.NAMESPACE,
            Scope.WORKLOAD,
            Scope.ONE_POD,
            Scope.CONTAINER),
        Events.ofContainers(),
        List.of(
            cpu(),
            ContainerMemory.row(),
            stalls(),
            ContainerProcesses.use(),
            ContainerProcesses.limits(),
            ContainerGuests.row()));
  }

  private static Row cpu() {
    return Row.of("CPU", usage(), throttled(), seconds(), distribution());
  }

  private static Panel usage() {
    return Panel.stack(
            "CPU by mode", "CPUs used by the program and by the kernel for it.", Unit.NUMBER)
        .query(
            sum("container, mode", CONTAINERS.rate("container_cpu_mode_seconds_total")),
            "{{container}} {{mode}}")
        .query(
            Scope.max("container", CONTAINERS.of("container_cpu_limit_cores")),
            "{{container}} limit")
        .query(
            Scope.max("container", CONTAINERS.of("container_cpu_request_cores")),
            "{{container}} asked for")
        .limit(" (limit|asked for)$")
        .colour(" user$", Colour.USER)
        .colour(" system$", Colour.SYSTEM);
  }

  private static Panel throttled() {
    return Panel.lines(
            "Throttled",
            "Share of the periods in which the quota was used up, and the worst second of the last minute.",
            Unit.RATIO)
        .ofWhole()
        .query(
            Scope.share(
                sum("container", CONTAINERS.rate("container_cpu_throttled_periods_total")),
                sum("container", CONTAINERS.rate("container_cpu_periods_total"))),
            "{{container}}")
        .query(
            Scope.max("container", CONTAINERS.of("container_cpu_throttled_minute_peak_ratio")),
            "{{container}} worst second");
  }

  private static Panel seconds() {
    return Panel.lines(
            "Busiest second",
            "The most CPUs used in one second of the last minute, above the average of the panel's step.",
            Unit.NUMBER)
        .query(
            Scope.max("container", CONTAINERS.of("container_cpu_minute_peak_cores")),
            "{{container}} busiest second")
        .query(
            sum("container", CONTAINERS.rate("container_cpu_usage_seconds_total")),
            "{{container}} average");
  }

  private static Panel distribution() {
    return Panel.lines(
            "Seconds by CPUs used",
            "Of all seconds: how many CPUs were used at most in half, 90 % and 99 % of them. Needs native histograms"
                + " in Prometheus.",
            Unit.NUMBER)
        .query(quantile("0.5"), "half")
        .query(quantile("0.9"), "90 %")
        .query(quantile("0.99"), "99 %");
  }

  private static String quantile(String part) {
    return "histogram_quantile("
        + part
        + ", sum("
        + CONTAINERS.rate("container_cpu_sampled_cores")
        + "))";
  }

  private static Row stalls() {
    return Row.of("Pressure and disk", pressure(), disk());
  }

  private static Panel pressure() {
    return Panel.lines(
            "Stood still",
            "Share of time in which some task of the container, or all at once (full), stood still for want of CPU,"
                + " memory or I/O. CPU includes the container's own quota.",
            Unit.RATIO)
        .query(
            Scope.max(
                "container, resource, kind", CONTAINERS.rate("container_pressure_seconds_total")),
            "{{container}} {{resource}} {{kind}}");
  }

  private static Panel disk() {
    return Panel.lines(
            "Disk", "Bytes read from each disk, and written (below zero).", Unit.BYTES_PER_SECOND)
        .query(
            sum("container, device", CONTAINERS.rate("container_io_read_bytes_total")),
            "{{container}} {{device}} read")
        .query(
            sum("container, device", CONTAINERS.rate("container_io_written_bytes_total")),
            "{{container}} {{device}} written")
        .below(" written$");
  }
}
