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

/// `/metrics/process`: what process-exporter 0.8 shows of processes, by its names, so that a scrape
/// job for it can be pointed here.
public final class NamedProcessMetrics {
  private static final String GROUP = "groupname";

  /// What Go takes for the time of nothing, the first second of year 1: the start of a group that
  /// has no members any more.
  private static final double NO_START = -62_135_596_800.0;

  private static final Family PROCESSES =
      gauge("num_procs", "Processes in this group (/proc/<pid>).");
  private static final Family CPU =
      counter("cpu_seconds_total", "Seconds of CPU time by mode (/proc/<pid>/stat).", "mode");
  private static final Family READ =
      counter("read_bytes_total", "Bytes fetched from storage (/proc/<pid>/io).");
  private static final Family WRITTEN =
      counter("write_bytes_total", "Bytes made dirty that go to storage (/proc/<pid>/io).");
  private static final Family MAJOR_FAULTS =
      counter("major_page_faults_total", "Page faults that read from disk (/proc/<pid>/stat).");
  private static final Family MINOR_FAULTS =
      counter("minor_page_faults_total", "Page faults that read no disk (/proc/<pid>/stat).");
  private static final Family SWITCHES =
      counter(
          "context_switches_total",
          "Context switches of all threads where these are read, else of the first thread of each"
              + " process (/proc/<pid>/status).",
          "ctxswitchtype");
  private static final Family MEMORY =
      gauge("memory_bytes", "Bytes of memory by kind (/proc/<pid>/stat, status).", "memtype");
  private static final Family OPEN_FILES =
      gauge("open_filedesc", "Open file descriptors (/proc/<pid>/fd).");
  private static final Family WORST_OPEN_FILES =
      gauge(
          "worst_fd_ratio",
          "Open file descriptors as a part of the soft limit, of the process that is nearest to it"
              + " (/proc/<pid>/fd, limits).");
  private static final Family OLDEST_START =
      gauge(
          "oldest_start_time_seconds",
          "Unix time in seconds at which the oldest process started (/proc/<pid>/stat).");
  private static final Family THREADS = gauge("num_threads", "Threads (/proc/<pid>/stat).");
  private static final Family STATES =
      gauge(
          "states",
          "Processes by the state of their first thread and, where there are several and they are"
              + " read, their threads (/proc/<pid>/stat).",
          "state");

  private static final Family ERRORS =
      Family.bareCounter("namedprocess_scrape_errors", "Passes over the processes that failed.");
  private static final Family READ_ERRORS =
      Family.bareCounter(
          "namedprocess_scrape_procread_errors", "Processes that could not be read at all.");
  private static final Family PARTIAL_ERRORS =
      Family.bareCounter(
          "namedprocess_scrape_partial_errors",
          "Processes whose I/O or file descriptors could not be read, in all passes.");

  /// The families of the page.
  public static final List<Family> FAMILIES =
      Stream.concat(own().stream(), NamedThreadMetrics.FAMILIES.stream()).toList();

  private NamedProcessMetrics() {}

  private static List<Family> own() {
    return List.of(
        PROCESSES,
        CPU,
        READ,
        WRITTEN,
        MAJOR_FAULTS,
        MINOR_FAULTS,
        SWITCHES,
        MEMORY,
        OPEN_FILES,
        WORST_OPEN_FILES,
        OLDEST_START,
        THREADS,
        STATES,
        ERRORS,
        READ_ERRORS,
        PARTIAL_ERRORS);
  }

  private static Family gauge(String name, String help, String... labels) {
    return Family.gauge("namedprocess_namegroup_" + name, help, labels(labels));
  }

  private static Family counter(String name, String help, String... labels) {
    return Family.counter("namedprocess_namegroup_" + name, help, labels(labels));
  }

  private static String[] labels(String... more) {
    return more.length == 0 ? new String[] {GROUP} : new String[] {GROUP, more[0]};
  }

  public static void write(ProcessGroups groups, Sink sink) {
    for (GroupSample group : groups.named()) {
      writeCounts(group, groups.units(), sink);
      if (!groups.current()) continue;
      writeState(group, groups.units(), sink);
      writeStates(group, sink);
      NamedThreadMetrics.write(group, groups.units(), sink);
    }
    sink.sample(ERRORS, groups.errors().passes());
    sink.sample(READ_ERRORS, groups.errors().processes());
    sink.sample(PARTIAL_ERRORS, groups.errors().partial());
  }

  private static void writeCounts(GroupSample group, KernelUnits units, Sink sink) {
    Counts counts = group.counts();
    SeriesLabels labels = group.labels();
    double ticks = units.ticksPerSecond();
    sink.sample(CPU, labels.with(0, "mode", "user"), counts.get(Count.USER_TICKS) / ticks);
    sink.sample(CPU, labels.with(1, "mode", "system"), counts.get(Count.SYSTEM_TICKS) / ticks);
    sink.sample(READ, labels.base(), counts.get(Count.READ_BYTES));
    sink.sample(WRITTEN, labels.base(), counts.get(Count.WRITE_BYTES));
    sink.sample(MAJOR_FAULTS, labels.base(), counts.get(Count.MAJOR_FAULTS));
    sink.sample(MINOR_FAULTS, labels.base(), counts.get(Count.MINOR_FAULTS));
    Labels voluntary = labels.with(2, "ctxswitchtype", "voluntary");
    sink.sample(SWITCHES, voluntary, counts.get(Count.VOLUNTARY_SWITCHES));
    Labels nonvoluntary = labels.with(3, "ctxswitchtype", "nonvoluntary");
    sink.sample(SWITCHES, nonvoluntary, counts.get(Count.NONVOLUNTARY_SWITCHES));
  }

  private static void writeState(GroupSample group, KernelUnits units, Sink sink) {
    GroupState state = group.state();
    SeriesLabels labels = group.labels();
    sink.sample(PROCESSES, labels.base(), state.processes());
    sink.sample(THREADS, labels.base(), state.threads());
    Labels resident = labels.with(4, "memtype", "resident");
    sink.sample(MEMORY, resident, (double) state.rssPages() * units.pageSize());
    sink.sample(MEMORY, labels.with(5, "memtype", "virtual"), state.virtualBytes());
    sink.sample(MEMORY, labels.with(6, "memtype", "swapped"), state.swapBytes());
    sink.sample(OPEN_FILES, labels.base(), state.openFiles());
    sink.sample(WORST_OPEN_FILES, labels.base(), state.worstOpenFilesRatio());
    long start = units.bootTime() + state.oldestStartTicks() / units.ticksPerSecond();
    sink.sample(OLDEST_START, labels.base(), state.processes() == 0 ? NO_START : start);
  }

  private static void writeStates(GroupSample group, Sink sink) {
    GroupState state = group.state();
    GroupState threads = group.threads().states();
    SeriesLabels labels = group.labels();
    Labels running = labels.with(7, "state", "Running");
    sink.sample(STATES, running, state.running() + threads.running());
    Labels sleeping = labels.with(8, "state", "Sleeping");
    sink.sample(STATES, sleeping, state.sleeping() + threads.sleeping());
    Labels waiting = labels.with(9, "state", "Waiting");
    sink.sample(STATES, waiting, state.diskSleep() + threads.diskSleep());
    Labels zombie = labels.with(10, "state", "Zombie");
    sink.sample(STATES, zombie, state.zombie() + threads.zombie());
    sink.sample(STATES, labels.with(11, "state", "Other"), others(state) + others(threads));
  }

  private static int others(GroupState state) {
    return state.stopped() + state.other();
  }
}
