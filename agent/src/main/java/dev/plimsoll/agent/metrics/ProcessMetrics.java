package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.group.Count;
import dev.plimsoll.agent.group.Counts;
import dev.plimsoll.agent.group.GroupSample;
import dev.plimsoll.agent.group.GroupState;
import dev.plimsoll.agent.group.KernelUnits;
import dev.plimsoll.agent.group.ProcessGroups;
import dev.plimsoll.agent.group.SeriesLabels;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;

/// `plimsoll_process_*`: processes by container, or unit of the host, and by program. A place has
/// series for its five strongest groups and one for all `other`; none is about a single process.
/// Counters hold what processes did that have ended; they begin with the agent, and with a process
/// that starts later at nothing.
public final class ProcessMetrics {
  private static final String[] PLACE = {
    "namespace", "pod", "container", "workload", "workload_kind", "unit", "process"
  };

  private static final Family CPU =
      Family.counter(
          "plimsoll_process_cpu_seconds_total",
          "Seconds of CPU time in user and system mode, ended children that were waited for"
              + " included (/proc/<pid>/stat).",
          with("mode"));
  private static final Family FAULTS =
      Family.counter(
          "plimsoll_process_page_faults_total",
          "Page faults, major ones with and minor ones without a read from disk, ended children"
              + " that were waited for included (/proc/<pid>/stat).",
          with("kind"));
  private static final Family SWITCHES =
      Family.counter(
          "plimsoll_process_context_switches_total",
          "Context switches of the first thread of each process, voluntary to wait and nonvoluntary"
              + " when its time was up (/proc/<pid>/status).",
          with("kind"));
  private static final Family READ =
      Family.counter(
          "plimsoll_process_read_bytes_total",
          "Bytes fetched from storage, ended children that were waited for included"
              + " (/proc/<pid>/io).",
          PLACE);
  private static final Family WRITTEN =
      Family.counter(
          "plimsoll_process_write_bytes_total",
          "Bytes made dirty that go to storage, ended children that were waited for included"
              + " (/proc/<pid>/io).",
          PLACE);
  private static final Family RESIDENT =
      Family.gauge(
          "plimsoll_process_resident_bytes",
          "Bytes of memory that are resident, shared ones in each process that has them"
              + " (/proc/<pid>/stat).",
          PLACE);
  private static final Family SHARED =
      Family.gauge(
          "plimsoll_process_shared_bytes",
          "Resident bytes that are pages of files or shared memory (/proc/<pid>/status).",
          PLACE);
  private static final Family SWAP =
      Family.gauge(
          "plimsoll_process_swap_bytes",
          "Bytes of memory in swap, shared memory left out (/proc/<pid>/status).",
          PLACE);
  private static final Family THREADS =
      Family.gauge("plimsoll_process_threads", "Threads (/proc/<pid>/stat).", PLACE);
  private static final Family PROCESSES =
      Family.gauge(
          "plimsoll_process_processes",
          "Processes by the state of their first thread (/proc/<pid>/stat).",
          with("state"));
  private static final Family OPEN_FILES =
      Family.gauge("plimsoll_process_open_fds", "Open file descriptors (/proc/<pid>/fd).", PLACE);
  private static final Family WORST_OPEN_FILES =
      Family.gauge(
          "plimsoll_process_worst_open_fds_ratio",
          "Open file descriptors as a part of the soft limit, of the process that is nearest to it"
              + " (/proc/<pid>/fd, /proc/<pid>/limits).",
          PLACE);
  private static final Family OLDEST_START =
      Family.gauge(
          "plimsoll_process_oldest_start_time_seconds",
          "Unix time in seconds at which the oldest process started (/proc/<pid>/stat).",
          PLACE);
  private static final Family OOM_SCORE =
      Family.gauge(
          "plimsoll_process_oom_score_max",
          "The highest score by which the kernel picks whom to kill when memory runs out, 0 to 2000"
              + " (/proc/<pid>/oom_score).",
          PLACE);

  static final List<Family> FAMILIES =
      List.of(
          CPU,
          FAULTS,
          SWITCHES,
          READ,
          WRITTEN,
          RESIDENT,
          SHARED,
          SWAP,
          THREADS,
          PROCESSES,
          OPEN_FILES,
          WORST_OPEN_FILES,
          OLDEST_START,
          OOM_SCORE);

  private ProcessMetrics() {}

  private static String[] with(String label) {
    return Stream.concat(Stream.of(PLACE), Stream.of(label)).toArray(String[]::new);
  }

  public static void write(ProcessGroups groups, Sink sink) {
    for (GroupSample group : groups.own()) {
      writeCounts(group, groups.units(), sink);
      if (!groups.current()) continue;
      writeStates(group, sink);
      if (group.state().processes() > 0) writeState(group, groups.units(), sink);
    }
  }

  private static void writeCounts(GroupSample group, KernelUnits units, Sink sink) {
    Counts counts = group.counts();
    SeriesLabels labels = group.labels();
    double ticks = units.ticksPerSecond();
    sink.sample(CPU, labels.with(0, "mode", "user"), counts.get(Count.USER_TICKS) / ticks);
    sink.sample(CPU, labels.with(1, "mode", "system"), counts.get(Count.SYSTEM_TICKS) / ticks);
    sink.sample(FAULTS, labels.with(2, "kind", "minor"), counts.get(Count.MINOR_FAULTS));
    sink.sample(FAULTS, labels.with(3, "kind", "major"), counts.get(Count.MAJOR_FAULTS));
    if (counts.has(Count.READ_BYTES)) {
      sink.sample(READ, labels.base(), counts.get(Count.READ_BYTES));
      sink.sample(WRITTEN, labels.base(), counts.get(Count.WRITE_BYTES));
    }
    if (!counts.has(Count.VOLUNTARY_SWITCHES)) return;
    Labels voluntary = labels.with(4, "kind", "voluntary");
    sink.sample(SWITCHES, voluntary, counts.get(Count.VOLUNTARY_SWITCHES));
    Labels nonvoluntary = labels.with(5, "kind", "nonvoluntary");
    sink.sample(SWITCHES, nonvoluntary, counts.get(Count.NONVOLUNTARY_SWITCHES));
  }

  /// `other` is a state that only threads of the kernel have.
  private static void writeStates(GroupSample group, Sink sink) {
    GroupState state = group.state();
    SeriesLabels labels = group.labels();
    sink.sample(PROCESSES, labels.with(6, "state", "running"), state.running());
    sink.sample(PROCESSES, labels.with(7, "state", "sleeping"), state.sleeping());
    sink.sample(PROCESSES, labels.with(8, "state", "disk_sleep"), state.diskSleep());
    sink.sample(PROCESSES, labels.with(9, "state", "stopped"), state.stopped());
    sink.sample(PROCESSES, labels.with(10, "state", "zombie"), state.zombie());
    if (state.other() == 0) return;
    sink.sample(PROCESSES, labels.with(11, "state", "other"), state.other());
  }

  private static void writeState(GroupSample group, KernelUnits units, Sink sink) {
    GroupState state = group.state();
    Labels labels = group.labels().base();
    sink.sample(RESIDENT, labels, (double) state.rssPages() * units.pageSize());
    sink.sample(THREADS, labels, state.threads());
    double start = (double) state.oldestStartTicks() / units.ticksPerSecond();
    sink.sample(OLDEST_START, labels, units.bootTime() + start);
    if (state.hasMemory()) {
      sink.sample(SHARED, labels, state.sharedBytes());
      sink.sample(SWAP, labels, state.swapBytes());
    }
    if (state.hasOpenFiles()) {
      sink.sample(OPEN_FILES, labels, state.openFiles());
      sink.sample(WORST_OPEN_FILES, labels, state.worstOpenFilesRatio());
    }
    if (state.hasOomScore()) sink.sample(OOM_SCORE, labels, state.oomScore());
  }
}
