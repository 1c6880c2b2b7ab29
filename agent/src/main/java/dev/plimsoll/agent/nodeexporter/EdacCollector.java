package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.machine.Edac;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// `edac`: errors of memory.
final class EdacCollector implements NodeCollector {
  private static final Family CORRECTED =
      Family.counter(
          "node_edac_correctable_errors_total",
          "Errors of memory that were put right (/sys/devices/system/edac/mc/*/ce_count).",
          "controller");
  private static final Family UNCORRECTED =
      Family.counter(
          "node_edac_uncorrectable_errors_total",
          "Errors of memory that could not be put right (/sys/devices/system/edac/mc/*/ue_count).",
          "controller");
  private static final Family ROW_CORRECTED =
      Family.counter(
          "node_edac_csrow_correctable_errors_total",
          "Errors of a row of memory chips that were put right"
              + " (/sys/devices/system/edac/mc/*/csrow*/ce_count).",
          "controller",
          "csrow");
  private static final Family ROW_UNCORRECTED =
      Family.counter(
          "node_edac_csrow_uncorrectable_errors_total",
          "Errors of a row of memory chips that could not be put right"
              + " (/sys/devices/system/edac/mc/*/csrow*/ue_count).",
          "controller",
          "csrow");

  @Override
  public Source source() {
    return Source.EDAC;
  }

  @Override
  public List<Family> families() {
    return List.of(CORRECTED, UNCORRECTED, ROW_CORRECTED, ROW_UNCORRECTED);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of();
  }

  @Override
  public List<Reading<?>> uses(NodeSnapshot node) {
    return List.of(node.devices().edac());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().edac())
        .ifPresent(edac -> edac.controllers().forEach(controller -> write(controller, sink)));
  }

  private static void write(Edac.Controller controller, Sink sink) {
    String number = Integer.toString(controller.number());
    Labels labels = Labels.of("controller", number);
    controller.all().corrected().ifPresent(count -> sink.sample(CORRECTED, labels, count));
    controller.all().uncorrected().ifPresent(count -> sink.sample(UNCORRECTED, labels, count));
    write(controller.nowhere(), labels, "unknown", sink);
    for (Edac.Row row : controller.rows()) {
      write(row.errors(), labels, Integer.toString(row.number()), sink);
    }
  }

  private static void write(Edac.Errors errors, Labels controller, String row, Sink sink) {
    Labels labels = controller.add("csrow", row);
    errors.corrected().ifPresent(count -> sink.sample(ROW_CORRECTED, labels, count));
    errors.uncorrected().ifPresent(count -> sink.sample(ROW_UNCORRECTED, labels, count));
  }
}
