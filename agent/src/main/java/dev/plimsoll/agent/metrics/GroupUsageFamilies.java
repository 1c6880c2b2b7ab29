package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.cgroup.CgroupCpu;
import dev.plimsoll.collectors.cgroup.CgroupMemory;
import dev.plimsoll.collectors.cgroup.CpuTime;
import dev.plimsoll.collectors.cgroup.Limit;
import dev.plimsoll.collectors.cgroup.Memory;
import dev.plimsoll.collectors.cgroup.MemoryLimits;
import dev.plimsoll.collectors.cgroup.Pids;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.OptionalDouble;

/// What a control group uses and how much of it it may: the same families for containers, pods and
/// units.
final class GroupUsageFamilies {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Family cpu;
  private final Family cpuLimit;
  private final Family memory;
  private final Family workingSet;
  private final Family unreclaimable;
  private final Family memoryLimit;
  private final Family memoryRatio;
  private final Family unreclaimableRatio;
  private final Family tasks;
  private final Family tasksLimit;
  private final Family tasksRatio;

  /// @param prefix of all names, `plimsoll_pod_`
  /// @param of whose the group is, for a reader: `pod`
  /// @param labels that every series carries
  GroupUsageFamilies(String prefix, String of, String... labels) {
    cpu =
        Family.counter(
            prefix + "cpu_usage_seconds_total",
            "Seconds that tasks of the " + of + " ran on any CPU (cpu.stat, cpuacct.usage).",
            labels);
    cpuLimit =
        Family.gauge(
            prefix + "cpu_limit_cores",
            "CPUs that the "
                + of
                + " may use at most: the least quota of it and the groups above (cpu.max).",
            labels);
    memory =
        Family.gauge(
            prefix + "memory_usage_bytes",
            "Memory charged to the " + of + ", in bytes (memory.current).",
            labels);
    workingSet =
        Family.gauge(
            prefix + "memory_working_set_bytes",
            "Memory of the " + of + " less its inactive page cache, in bytes (memory.stat).",
            labels);
    unreclaimable =
        Family.gauge(
            prefix + "memory_unreclaimable_bytes",
            "Memory of the "
                + of
                + " that cannot be taken back without swapping, in bytes: all but page cache and"
                + " reclaimable slab (memory.stat).",
            labels);
    memoryLimit =
        Family.gauge(
            prefix + "memory_limit_bytes",
            "Memory that the "
                + of
                + " may have at most, in bytes: the least limit of it and the groups above"
                + " (memory.max).",
            labels);
    memoryRatio =
        Family.gauge(
            prefix + "memory_working_set_limit_ratio",
            "Working set of the " + of + " as a ratio of its memory limit (memory.stat).",
            labels);
    unreclaimableRatio =
        Family.gauge(
            prefix + "memory_unreclaimable_limit_ratio",
            "Unreclaimable memory of the "
                + of
                + " as a ratio of its memory limit; at 1 the OOM killer comes (memory.stat).",
            labels);
    tasks =
        Family.gauge(
            prefix + "tasks", "Processes and threads of the " + of + " (pids.current).", labels);
    tasksLimit =
        Family.gauge(
            prefix + "tasks_limit",
            "Processes and threads that the "
                + of
                + " may have at most: the least limit of it and the groups above (pids.max).",
            labels);
    tasksRatio =
        Family.gauge(
            prefix + "tasks_limit_ratio",
            "Processes and threads of the " + of + " as a ratio of their limit (pids.current).",
            labels);
  }

  List<Family> all() {
    return List.of(
        cpu,
        cpuLimit,
        memory,
        workingSet,
        unreclaimable,
        memoryLimit,
        memoryRatio,
        unreclaimableRatio,
        tasks,
        tasksLimit,
        tasksRatio);
  }

  void write(Cgroup<?> group, Labels labels, Sink sink) {
    write(group.cpu(), labels, sink);
    write(group.memory(), labels, sink);
    group.pids().present().ifPresent(pids -> write(pids, labels, sink));
  }

  private void write(CgroupCpu group, Labels labels, Sink sink) {
    group
        .time()
        .present()
        .map(CpuTime::usageNanos)
        .ifPresent(nanos -> sink.sample(cpu, labels, nanos / NANOS_PER_SECOND));
    group
        .effectiveCores()
        .present()
        .orElse(OptionalDouble.empty())
        .ifPresent(cores -> sink.sample(cpuLimit, labels, cores));
  }

  private void write(CgroupMemory group, Labels labels, Sink sink) {
    group.usage().present().ifPresent(bytes -> sink.sample(memory, labels, bytes));
    group.detail().present().ifPresent(detail -> write(detail, labels, sink));
    group
        .limits()
        .present()
        .map(MemoryLimits::effective)
        .ifPresent(limit -> write(limit, group, labels, sink));
  }

  private void write(Memory detail, Labels labels, Sink sink) {
    sink.sample(workingSet, labels, detail.workingSet());
    sink.sample(unreclaimable, labels, detail.unreclaimable());
  }

  private void write(Limit limit, CgroupMemory group, Labels labels, Sink sink) {
    if (!(limit instanceof Limit.Limited(long most))) return;
    sink.sample(memoryLimit, labels, most);
    if (most == 0 || group.detail().present().isEmpty()) return;
    Memory detail = group.detail().present().get();
    sink.sample(memoryRatio, labels, (double) detail.workingSet() / most);
    sink.sample(unreclaimableRatio, labels, (double) detail.unreclaimable() / most);
  }

  private void write(Pids pids, Labels labels, Sink sink) {
    sink.sample(tasks, labels, pids.current());
    if (!(pids.effective() instanceof Limit.Limited(long most))) return;
    sink.sample(tasksLimit, labels, most);
    if (most > 0) sink.sample(tasksRatio, labels, (double) pids.current() / most);
  }
}
