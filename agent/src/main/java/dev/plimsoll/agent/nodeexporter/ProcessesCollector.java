package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.TaskLimits;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import dev.plimsoll.collectors.process.TaskState;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// `processes`: how many there are, and of how many there may be.
final class ProcessesCollector implements NodeCollector {
  private static final Family THREADS =
      Family.gauge("node_processes_threads", "Threads of all processes (/proc/<pid>/stat).");
  private static final Family MAX_THREADS =
      Family.gauge(
          "node_processes_max_threads",
          "The most threads that there may be (/proc/sys/kernel/threads-max).");
  private static final Family STATE =
      Family.gauge(
          "node_processes_state",
          "Processes by what they do, in the letters of ps (/proc/<pid>/stat).",
          "state");
  private static final Family PIDS = Family.gauge("node_processes_pids", "Processes (/proc).");
  private static final Family MAX_PROCESSES =
      Family.gauge(
          "node_processes_max_processes",
          "The most numbers of processes and threads (/proc/sys/kernel/pid_max).");

  @Override
  public Source source() {
    return Source.PROCESSES;
  }

  @Override
  public List<Family> families() {
    return List.of(THREADS, MAX_THREADS, STATE, PIDS, MAX_PROCESSES);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.processes(), node.slow().taskLimits());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.processes()).ifPresent(table -> write(table, sink));
    NodeCollector.value(node.slow().taskLimits()).ifPresent(limits -> write(limits, sink));
  }

  private static void write(TaskLimits limits, Sink sink) {
    sink.sample(MAX_THREADS, limits.threads());
    sink.sample(MAX_PROCESSES, limits.pids());
  }

  private static void write(ProcessTable table, Sink sink) {
    Map<TaskState, Long> states = new EnumMap<>(TaskState.class);
    long threads = 0;
    for (ProcessEntry process : table.processes()) {
      threads += process.stat().threads();
      states.merge(process.stat().state(), 1L, Long::sum);
    }
    sink.sample(THREADS, threads);
    sink.sample(PIDS, table.processes().size());
    states.forEach((state, count) -> sink.sample(STATE, letter(state), count));
  }

  private static Labels letter(TaskState state) {
    return Labels.of("state", Character.toString(state.letter()));
  }
}
