package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics.Costly;
import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.process.OpenSockets;
import dev.plimsoll.collectors.process.ProcLimits;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import dev.plimsoll.collectors.process.TaskState;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The processes of containers, as the last pass over the table of processes had them.
final class CadvisorProcesses {
  private static final double UNLIMITED = -1;

  private static final Family PROCESSES =
      CadvisorFamilies.gauge("processes", "Processes (/proc/<pid>/cgroup).");
  private static final Family FILES =
      CadvisorFamilies.gauge(
          "file_descriptors", "File descriptors that its processes have open (/proc/<pid>/fd).");
  private static final Family SOCKETS =
      CadvisorFamilies.gauge("sockets", "Sockets that its processes have open (/proc/<pid>/fd).");
  private static final Family SOFT_LIMITS =
      CadvisorFamilies.gauge(
          "ulimits_soft",
          "Soft limits of its first process, -1 for none (/proc/<pid>/limits).",
          "ulimit");
  private static final Family STATES =
      CadvisorFamilies.gauge(
          "tasks_state",
          "Processes by the state of their first thread (/proc/<pid>/stat).",
          "state");

  static final List<Family> FAMILIES = List.of(PROCESSES, FILES, SOCKETS, SOFT_LIMITS, STATES);

  private final Map<String, List<ProcessEntry>> byGroup = new HashMap<>();

  private final Optional<OpenSockets> sockets;

  CadvisorProcesses(ProcessTable table) {
    sockets = table.sockets();
    for (ProcessEntry process : table.processes()) {
      byGroup.computeIfAbsent(process.cgroupPath(), _ -> new ArrayList<>()).add(process);
    }
  }

  /// What is in the group itself, not below it: of a pod nothing is.
  ///
  /// @param costly what is written beyond the usual
  void write(CadvisorRow row, Set<Costly> costly, Sink sink) {
    String path = row.kind() == CadvisorRow.Kind.ROOT ? "/" : row.group().path();
    List<ProcessEntry> processes = byGroup.getOrDefault(path, List.of());
    write(processes, row.labels(), sink);
    if (costly.contains(Costly.SOCKETS)) {
      sockets
          .map(open -> open.of(processes))
          .ifPresent(sum -> sum.ifPresent(open -> sink.sample(SOCKETS, row.labels(), open)));
    }
    if (costly.contains(Costly.TASKS_STATE)) writeStates(processes, row.labels(), sink);
  }

  private static void write(List<ProcessEntry> processes, Labels labels, Sink sink) {
    sink.sample(PROCESSES, labels, processes.size());
    files(processes).ifPresent(open -> sink.sample(FILES, labels, open));
    first(processes)
        .flatMap(process -> process.seldom().limits().present())
        .map(ProcLimits::openFiles)
        .map(ProcLimits.Pair::soft)
        .ifPresent(limit -> write(limit, labels.add("ulimit", "max_open_files"), sink));
  }

  /// Empty where there are processes and those of none could be counted.
  private static Optional<Long> files(List<ProcessEntry> processes) {
    if (processes.isEmpty()) return Optional.of(0L);
    return processes.stream()
        .flatMap(process -> process.seldom().openFiles().present().stream())
        .reduce(Long::sum);
  }

  private static Optional<ProcessEntry> first(List<ProcessEntry> processes) {
    return processes.stream().min(Comparator.comparingLong(process -> process.stat().startTicks()));
  }

  private static void write(Limit limit, Labels labels, Sink sink) {
    double most =
        switch (limit) {
          case Limit.Of(long value) -> value;
          case Limit.Unlimited() -> UNLIMITED;
        };
    sink.sample(SOFT_LIMITS, labels, most);
  }

  /// The states that taskstats knows.
  private enum Shown {
    SLEEPING,
    RUNNING,
    STOPPED,
    UNINTERRUPTIBLE,
    IOWAITING
  }

  private static void writeStates(List<ProcessEntry> processes, Labels labels, Sink sink) {
    Map<Shown, Integer> counts = new EnumMap<>(Shown.class);
    for (ProcessEntry process : processes) {
      state(process.stat()).ifPresent(state -> counts.merge(state, 1, Integer::sum));
    }
    for (Shown state : Shown.values()) {
      String name = state.name().toLowerCase(Locale.ROOT);
      sink.sample(STATES, labels.add("state", name), counts.getOrDefault(state, 0));
    }
  }

  private static Optional<Shown> state(ProcStat stat) {
    TaskState state = stat.state();
    return switch (state) {
      case RUNNING -> Optional.of(Shown.RUNNING);
      case SLEEPING -> Optional.of(Shown.SLEEPING);
      case DISK_SLEEP -> Optional.of(Shown.UNINTERRUPTIBLE);
      case STOPPED, TRACED -> Optional.of(Shown.STOPPED);
      case ZOMBIE, IDLE, PARKED, DEAD, UNKNOWN -> Optional.empty();
    };
  }
}
