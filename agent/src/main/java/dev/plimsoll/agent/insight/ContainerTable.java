package dev.plimsoll.agent.insight;

import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessTable;
import dev.plimsoll.collectors.process.TaskState;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table of processes, by container.
final class ContainerTable {
  private final List<ProcessEntry> processes;
  private final int[] pids;
  private final @Nullable ContainerProcesses[] containers;
  private final Map<CgroupOwner, ContainerProcesses> byOwner = new LinkedHashMap<>();

  ContainerTable(ProcessTable table, ContainerPaths paths) {
    processes = table.processes();
    pids = new int[processes.size()];
    containers = new ContainerProcesses[pids.length];
    for (int index = 0; index < pids.length; index++) {
      ProcessEntry process = processes.get(index);
      pids[index] = process.pid();
      containers[index] = container(process, paths);
    }
    for (int index = 0; index < pids.length; index++) adoptZombie(index);
    for (int index = 0; index < pids.length; index++) add(index);
  }

  private @Nullable ContainerProcesses container(ProcessEntry process, ContainerPaths paths) {
    if (process.stat().kernelThread()) return null;
    Optional<CgroupOwner> owner = paths.container(process.cgroupPath());
    return owner.isEmpty() ? null : byOwner.computeIfAbsent(owner.get(), ContainerProcesses::new);
  }

  /// In cgroup v1 a process that has ended shows as one of the root.
  private void adoptZombie(int index) {
    ProcessEntry process = processes.get(index);
    if (containers[index] != null || process.stat().state() != TaskState.ZOMBIE) return;
    int parent = indexOf(process.stat().ppid());
    if (parent >= 0) containers[index] = containers[parent];
  }

  private void add(int index) {
    ContainerProcesses container = containers[index];
    if (container == null) return;
    ProcessEntry process = processes.get(index);
    container.add(process, !isIn(container, process.stat().ppid()));
  }

  private int indexOf(int pid) {
    return Arrays.binarySearch(pids, pid);
  }

  /// The containers that have a process.
  Collection<ContainerProcesses> containers() {
    return byOwner.values();
  }

  /// The process with that pid; null where there is none.
  @Nullable ProcessEntry process(int pid) {
    int index = indexOf(pid);
    return index < 0 ? null : processes.get(index);
  }

  /// The container that a process is in; null for one of the host's, and where there is none.
  @Nullable ContainerProcesses container(int pid) {
    int index = indexOf(pid);
    return index < 0 ? null : containers[index];
  }

  /// Whether the process with that pid is in the container.
  @SuppressWarnings("ReferenceEquality") // A container is one object of a table.
  boolean isIn(ContainerProcesses container, int pid) {
    return container(pid) == container;
  }
}
