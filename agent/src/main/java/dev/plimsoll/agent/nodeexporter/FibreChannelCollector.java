package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.link.FibreChannel;
import dev.plimsoll.collectors.link.FibreChannel.Counter;
import dev.plimsoll.collectors.link.FibreChannel.Word;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;

/// `fibrechannel`: adapters of storage networks.
final class FibreChannelCollector implements NodeCollector {
  private static final Family INFO =
      Family.info(
          "node_fibrechannel_info",
          "A Fibre Channel adapter, as it describes itself (/sys/class/fc_host).",
          Stream.concat(Stream.of("fc_host"), Stream.of(Word.values()).map(Word::file))
              .toArray(String[]::new));
  private static final EnumFamilies<Counter> COUNTERS =
      EnumFamilies.of(Counter.class, FibreChannelCollector::family);

  private static Family family(Counter counter) {
    String file = counter.file();
    String name =
        counter == Counter.INVALID_TX_WORD_COUNT
            ? "invalid_tx_words"
            : file.replaceFirst("_count$", "");
    return Family.counter(
        "node_fibrechannel_" + name + "_total",
        "What the adapter counted (/sys/class/fc_host/*/statistics/" + file + ").",
        "fc_host");
  }

  @Override
  public Source source() {
    return Source.FIBRECHANNEL;
  }

  @Override
  public List<Family> families() {
    return COUNTERS.and(INFO);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().fibreChannel());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().fibreChannel())
        .ifPresent(all -> all.hosts().forEach(host -> write(host, sink)));
  }

  private static void write(FibreChannel.Host host, Sink sink) {
    Labels name = Labels.of("fc_host", host.name());
    Labels info = name;
    for (Word word : Word.values()) {
      info = info.add(word.file(), text(word, host.words().getOrDefault(word, "")));
    }
    sink.sample(INFO, info, 1);
    host.counters()
        .forEach((counter, value) -> sink.sample(COUNTERS.of(counter), name, (double) value));
  }

  /// Numbers of the network are shown without the `0x` before them.
  private static String text(Word word, String text) {
    return switch (word) {
      case PORT_ID, PORT_NAME, FABRIC_NAME -> text.length() > 2 ? text.substring(2) : text;
      case SPEED, PORT_STATE, PORT_TYPE, SYMBOLIC_NAME, SUPPORTED_CLASSES -> text;
      case SUPPORTED_SPEEDS, DEV_LOSS_TMO -> text;
    };
  }
}
