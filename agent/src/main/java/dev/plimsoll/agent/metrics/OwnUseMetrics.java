package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.self.OwnUse;
import java.util.List;
import java.util.OptionalLong;

/// `plimsoll_agent_*`: what the agent costs.
final class OwnUseMetrics {
  private static final Family CPU =
      Family.counter(
          "plimsoll_agent_cpu_seconds_total",
          "CPU seconds that the agent has used (/proc/self/stat).");
  private static final Family RESIDENT =
      Family.gauge(
          "plimsoll_agent_resident_memory_bytes",
          "Resident memory of the agent in bytes (VmRSS in /proc/self/status).");
  private static final Family THREADS =
      Family.gauge("plimsoll_agent_threads", "Threads of the agent (/proc/self/stat).");
  private static final Family CHARGED =
      Family.gauge(
          "plimsoll_agent_cgroup_memory_bytes",
          "Memory that the agent's control group is charged, in bytes, page cache included"
              + " (memory.current, in v1 memory.usage_in_bytes).");
  private static final Family ANON =
      Family.gauge(
          "plimsoll_agent_cgroup_memory_anon_bytes",
          "Of that, memory of processes that no file stands behind, in bytes (memory.stat).");
  private static final Family KERNEL =
      Family.gauge(
          "plimsoll_agent_cgroup_memory_kernel_bytes",
          "Of that, the kernel's own share, in bytes (memory.stat, in v1"
              + " memory.kmem.usage_in_bytes).");
  private static final Family HEAP_USED =
      Family.gauge("plimsoll_agent_heap_used_bytes", "Heap in use, in bytes (Java runtime).");
  private static final Family HEAP_COMMITTED =
      Family.gauge(
          "plimsoll_agent_heap_committed_bytes",
          "Heap that the agent holds, in bytes (Java runtime).");
  private static final Family HEAP_MAX =
      Family.gauge(
          "plimsoll_agent_heap_max_bytes", "Heap that it may come to, in bytes (Java runtime).");
  private static final Family GC =
      Family.counter(
          "plimsoll_agent_gc_seconds_total",
          "Seconds spent in garbage collections (Java runtime).");

  static final List<Family> FAMILIES =
      List.of(
          CPU, RESIDENT, THREADS, CHARGED, ANON, KERNEL, HEAP_USED, HEAP_COMMITTED, HEAP_MAX, GC);

  private OwnUseMetrics() {}

  static void write(OwnUse use, Sink sink) {
    use.cpuMillis().ifPresent(millis -> sink.sample(CPU, millis / 1e3));
    write(RESIDENT, use.resident(), sink);
    write(THREADS, use.threads(), sink);
    write(CHARGED, use.memory().all(), sink);
    write(ANON, use.memory().anon(), sink);
    write(KERNEL, use.memory().kernel(), sink);
    sink.sample(HEAP_USED, use.heap().used());
    sink.sample(HEAP_COMMITTED, use.heap().committed());
    sink.sample(HEAP_MAX, use.heap().max());
    sink.sample(GC, use.gcMillis() / 1e3);
  }

  private static void write(Family family, OptionalLong value, Sink sink) {
    value.ifPresent(number -> sink.sample(family, number));
  }
}
