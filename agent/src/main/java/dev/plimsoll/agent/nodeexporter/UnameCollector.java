package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.KernelIdentity;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;

/// `uname`: which kernel the node runs, and what the node is called.
final class UnameCollector implements NodeCollector {
  private static final Family INFO =
      Family.info(
          "node_uname_info",
          "The kernel and the node's name, as uname tells them (/proc/sys/kernel).",
          "sysname",
          "release",
          "version",
          "machine",
          "nodename",
          "domainname");

  /// How the kernel calls the processors that Java calls otherwise.
  private static final Map<String, String> MACHINES = Map.of("amd64", "x86_64");

  private final String ownMachine;

  /// @param ownMachine what Java calls the processor, for kernels that do not tell: the agent runs
  ///   on the node's own
  UnameCollector(String ownMachine) {
    this.ownMachine = MACHINES.getOrDefault(ownMachine, ownMachine);
  }

  @Override
  public Source source() {
    return Source.UNAME;
  }

  @Override
  public List<Family> families() {
    return List.of(INFO);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.slow().identity());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.slow().identity())
        .ifPresent(kernel -> sink.sample(INFO, labels(kernel), 1));
  }

  private Labels labels(KernelIdentity kernel) {
    return Labels.of(
        INFO.labels(),
        List.of(
            kernel.osType().orElse("Linux"),
            kernel.release(),
            kernel.version().orElse(""),
            kernel.machine().orElse(ownMachine),
            kernel.hostName().orElse(""),
            kernel.domainName().orElse("")));
  }
}
