package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.CgroupPressure;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.Pressure;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;

/// How long the tasks of a control group stood still for want of something: the kernel's sum, of
/// which a rate over any time can be made, and not its averages too.
final class GroupPressureFamilies {
  private static final double MICROS_PER_SECOND = 1e6;

  private final Family seconds;

  /// @param prefix of all names, `plimsoll_pod_`
  /// @param of whose the group is, for a reader: `pod`
  /// @param labels that every series carries
  GroupPressureFamilies(String prefix, String of, String... labels) {
    String[] more =
        Stream.concat(Stream.of(labels), Stream.of("resource", "kind")).toArray(String[]::new);
    seconds =
        Family.counter(
            prefix + "pressure_seconds_total",
            "Seconds in which some task of the "
                + of
                + ", or all at once (full), stood still for want of the resource; for CPU that"
                + " includes its own quota (cpu.pressure, memory.pressure, io.pressure).",
            more);
  }

  List<Family> all() {
    return List.of(seconds);
  }

  void write(CgroupPressure pressure, Labels labels, Sink sink) {
    write(pressure.cpu(), labels.add("resource", "cpu"), sink);
    write(pressure.memory(), labels.add("resource", "memory"), sink);
    write(pressure.io(), labels.add("resource", "io"), sink);
  }

  private void write(Section<Pressure> pressure, Labels labels, Sink sink) {
    pressure
        .present()
        .flatMap(Pressure::some)
        .ifPresent(stall -> write(stall, labels.add("kind", "some"), sink));
    pressure
        .present()
        .flatMap(Pressure::full)
        .ifPresent(stall -> write(stall, labels.add("kind", "full"), sink));
  }

  private void write(Pressure.Stall stall, Labels labels, Sink sink) {
    sink.sample(seconds, labels, stall.totalMicros() / MICROS_PER_SECOND);
  }
}
