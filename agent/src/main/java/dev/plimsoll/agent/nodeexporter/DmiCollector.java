package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.machine.Dmi;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// `dmi`: what firmware says of the machine.
final class DmiCollector implements NodeCollector {
  private static final Family INFO =
      Family.info(
          "node_dmi_info",
          "What firmware says of the machine (/sys/class/dmi/id).",
          Stream.of(Dmi.Field.values()).map(DmiCollector::label).toArray(String[]::new));

  @Override
  public Source source() {
    return Source.DMI;
  }

  @Override
  public List<Family> families() {
    return List.of(INFO);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().dmi());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().dmi()).ifPresent(dmi -> write(dmi, sink));
  }

  private static void write(Dmi dmi, Sink sink) {
    Labels labels = Labels.EMPTY;
    for (Map.Entry<Dmi.Field, String> field : dmi.fields().entrySet()) {
      labels = labels.add(label(field.getKey()), field.getValue());
    }
    if (!labels.isEmpty()) sink.sample(INFO, labels, 1);
  }

  private static String label(Dmi.Field field) {
    return field == Dmi.Field.SYS_VENDOR ? "system_vendor" : field.name().toLowerCase(Locale.ROOT);
  }
}
