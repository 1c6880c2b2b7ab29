package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.inventory.CpuInfo;
import dev.plimsoll.collectors.inventory.CpuTopology;
import dev.plimsoll.collectors.inventory.Disk;
import dev.plimsoll.collectors.inventory.Hardware;
import dev.plimsoll.collectors.inventory.Virtualization;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `plimsoll_node_{cpu,virtualization,disk}_info` and their like: what the node is made of.
public final class HardwareMetrics {
  private static final Family CPU =
      Family.info(
          "plimsoll_node_cpu_info",
          "A kind of processor that the node has (/proc/cpuinfo).",
          "vendor",
          "family",
          "model",
          "model_name",
          "stepping");
  private static final Family SOCKETS =
      Family.gauge(
          "plimsoll_node_cpu_sockets", "Processor packages (/sys/devices/system/cpu/*/topology).");
  private static final Family CORES =
      Family.gauge(
          "plimsoll_node_cpu_cores", "Processor cores (/sys/devices/system/cpu/*/topology).");
  private static final Family THREADS =
      Family.gauge(
          "plimsoll_node_cpu_threads",
          "Logical processors that are online (/sys/devices/system/cpu/*/topology).");
  private static final Family NUMA_NODES =
      Family.gauge("plimsoll_node_numa_nodes", "Memory nodes (/sys/devices/system/node).");
  private static final Family VIRTUALIZATION =
      Family.info(
          "plimsoll_node_virtualization_info",
          "What kind of virtual machine the node is, or none (/sys/class/dmi/id, /proc/cpuinfo).",
          "type",
          "vendor",
          "product");
  private static final Family DISK =
      Family.info(
          "plimsoll_node_disk_info",
          "A disk of the node as it names itself (/sys/block, by OSHI).",
          "device",
          "model",
          "serial");
  private static final Family DISK_SIZE =
      Family.gauge(
          "plimsoll_node_disk_size_bytes",
          "Size of the disk in bytes (/sys/block, by OSHI).",
          "device");

  static final List<Family> FAMILIES =
      List.of(CPU, SOCKETS, CORES, THREADS, NUMA_NODES, VIRTUALIZATION, DISK, DISK_SIZE);

  private HardwareMetrics() {}

  public static void write(NodeSnapshot node, Sink sink) {
    node.slow().hardware().section().present().ifPresent(hardware -> write(hardware, sink));
    node.slow().disks().section().present().ifPresent(disks -> write(disks, sink));
  }

  private static void write(Hardware hardware, Sink sink) {
    for (CpuInfo.Model model : hardware.cpu().models()) sink.sample(CPU, labels(model), 1);
    hardware.topology().ifPresent(topology -> write(topology, sink));
    Virtualization machine = hardware.virtualization();
    sink.sample(
        VIRTUALIZATION,
        Labels.of("type", machine.kind(), "vendor", machine.vendor(), "product", machine.product()),
        1);
  }

  private static Labels labels(CpuInfo.Model model) {
    return Labels.of(
        "vendor", model.vendor(),
        "family", model.family(),
        "model", model.model(),
        "model_name", model.name(),
        "stepping", model.stepping());
  }

  private static void write(CpuTopology topology, Sink sink) {
    sink.sample(SOCKETS, topology.sockets());
    sink.sample(CORES, topology.cores());
    sink.sample(THREADS, topology.threads());
    sink.sample(NUMA_NODES, topology.numaNodes());
  }

  private static void write(List<Disk> disks, Sink sink) {
    for (Disk disk : disks) {
      Labels device = Labels.of("device", disk.device());
      sink.sample(DISK, device.merge(Labels.of("model", disk.model(), "serial", disk.serial())), 1);
      if (disk.sizeBytes() > 0) sink.sample(DISK_SIZE, device, (double) disk.sizeBytes());
    }
  }
}
