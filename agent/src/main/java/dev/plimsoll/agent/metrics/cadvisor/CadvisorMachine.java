package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.SlowReadings;
import dev.plimsoll.collectors.inventory.CpuTopology;
import dev.plimsoll.collectors.inventory.Hardware;
import dev.plimsoll.collectors.inventory.MachineIds;
import dev.plimsoll.collectors.proc.KernelIdentity;
import dev.plimsoll.collectors.proc.MemInfo;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;

/// `machine_*`: the node as cAdvisor describes it.
final class CadvisorMachine {
  private static final Family CORES = family("cpu_cores", "Logical processors (/proc/stat).");
  private static final Family PHYSICAL_CORES = family("cpu_physical_cores", "Processor cores.");
  private static final Family SOCKETS = family("cpu_sockets", "Processor packages.");
  private static final Family MEMORY = family("memory_bytes", "Bytes of memory (/proc/meminfo).");
  private static final Family SWAP = family("swap_bytes", "Bytes of swap (/proc/meminfo).");
  private static final Family NVM =
      Family.gauge(
          "machine_nvm_capacity",
          "Bytes of non-volatile memory; 0, as of a kubelet built without Intel's library.",
          "boot_id",
          "machine_id",
          "system_uuid",
          "mode");
  private static final Family NVM_POWER =
      family("nvm_avg_power_budget_watts", "Power that non-volatile memory may take; 0 likewise.");
  private static final Family ERROR =
      Family.gauge("machine_scrape_error", "1 where memory or processors were not read, else 0.");
  private static final Family VERSION =
      Family.info(
          "cadvisor_version_info",
          "The kernel and the operating system; no Docker and no cAdvisor.",
          "kernelVersion",
          "osVersion",
          "dockerVersion",
          "cadvisorVersion",
          "cadvisorRevision");

  static final List<Family> FAMILIES =
      List.of(CORES, PHYSICAL_CORES, SOCKETS, MEMORY, SWAP, NVM, NVM_POWER, ERROR, VERSION);

  private CadvisorMachine() {}

  private static Family family(String name, String help) {
    return Family.gauge("machine_" + name, help, "boot_id", "machine_id", "system_uuid");
  }

  static void write(NodeSnapshot node, Sink sink) {
    SlowReadings slow = node.slow();
    Optional<MemInfo> memory = node.fast().memInfo().section().present();
    Optional<CpuTopology> topology =
        slow.hardware().section().present().flatMap(Hardware::topology);
    Labels labels = labels(slow);
    memory.ifPresent(sizes -> write(sizes, labels, sink));
    topology.ifPresent(processors -> write(processors, labels, sink));
    for (String mode : List.of("app_direct_mode", "memory_mode")) {
      sink.sample(NVM, labels.add("mode", mode), 0);
    }
    sink.sample(NVM_POWER, labels, 0);
    Optional<Integer> cores =
        node.fast().stat().section().present().map(stat -> stat.cpus().size());
    cores.ifPresent(count -> sink.sample(CORES, labels, count));
    sink.sample(ERROR, memory.isPresent() && cores.isPresent() ? 0 : 1);
    slow.identity().section().present().ifPresent(kernel -> write(kernel, slow, sink));
  }

  private static Labels labels(SlowReadings slow) {
    Optional<MachineIds> ids = slow.hardware().section().present().map(Hardware::ids);
    Optional<String> boot = slow.identity().section().present().flatMap(KernelIdentity::bootId);
    return Labels.of(
        "boot_id", boot.orElse(""),
        "machine_id", ids.flatMap(MachineIds::machineId).orElse(""),
        "system_uuid", ids.flatMap(MachineIds::systemUuid).orElse(""));
  }

  private static void write(MemInfo memory, Labels labels, Sink sink) {
    sink.sample(MEMORY, labels, memory.total());
    memory.size("SwapTotal").ifPresent(bytes -> sink.sample(SWAP, labels, bytes));
  }

  private static void write(CpuTopology topology, Labels labels, Sink sink) {
    sink.sample(PHYSICAL_CORES, labels, topology.cores());
    sink.sample(SOCKETS, labels, topology.sockets());
  }

  private static void write(KernelIdentity kernel, SlowReadings slow, Sink sink) {
    String system =
        slow.osRelease().section().present().flatMap(os -> os.value("PRETTY_NAME")).orElse("");
    Labels labels =
        Labels.of(
            "kernelVersion", kernel.release(),
            "osVersion", system,
            "dockerVersion", "",
            "cadvisorVersion", "",
            "cadvisorRevision", "");
    sink.sample(VERSION, labels, 1);
  }
}
