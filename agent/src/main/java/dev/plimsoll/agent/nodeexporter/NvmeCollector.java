package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.block.NvmeControllers;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `nvme`: controllers of NVMe disks.
final class NvmeCollector implements NodeCollector {
  private static final Family INFO =
      Family.info(
          "node_nvme_info",
          "A controller of NVMe disks, as it names itself (/sys/class/nvme).",
          "device",
          "firmware_revision",
          "model",
          "serial",
          "state");

  @Override
  public Source source() {
    return Source.NVME;
  }

  @Override
  public List<Family> families() {
    return List.of(INFO);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().nvme());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().nvme()).ifPresent(nvme -> write(nvme, sink));
  }

  private static void write(NvmeControllers nvme, Sink sink) {
    for (NvmeControllers.Controller controller : nvme.controllers()) {
      Labels labels =
          Labels.of(
              "device", controller.name(),
              "firmware_revision", controller.firmware(),
              "model", controller.model(),
              "serial", controller.serial(),
              "state", controller.state());
      sink.sample(INFO, labels, 1);
    }
  }
}
