package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.machine.PowerSupplies;
import dev.plimsoll.collectors.machine.PowerSupplyNumber;
import dev.plimsoll.collectors.machine.PowerSupplyWord;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `powersupplyclass`: batteries and what charges them.
final class PowerSupplyCollector implements NodeCollector {
  private static final String SUPPLY = "power_supply";

  private static final Family INFO =
      Family.info(
          "node_power_supply_info",
          "A battery or what charges it, as it describes itself (/sys/class/power_supply).",
          Stream.concat(
                  Stream.of(SUPPLY), Stream.of(PowerSupplyWord.values()).map(PowerSupplyWord::file))
              .toArray(String[]::new));

  /// Where the name is not that of the file.
  private static final Map<String, String> RENAMED =
      Map.of(
          "charge_now", "charge_ampere",
          "current_now", "current_ampere",
          "cycle_count", "cyclecount",
          "energy_now", "energy_watthour",
          "power_now", "power_watt",
          "time_to_empty_now", "time_to_empty_seconds",
          "time_to_full_now", "time_to_full_seconds",
          "voltage_now", "voltage_volt");

  private static final EnumFamilies<PowerSupplyNumber> NUMBERS =
      EnumFamilies.of(PowerSupplyNumber.class, PowerSupplyCollector::family);

  private static Family family(PowerSupplyNumber number) {
    String file = number.file();
    String suffix =
        switch (number.unit()) {
          case TENTHS -> "_celsius";
          case PLAIN, MILLIONTHS -> "";
        };
    return Family.gauge(
        "node_power_supply_" + RENAMED.getOrDefault(file, file + suffix),
        "What the power supply tells of itself, in whole units (/sys/class/power_supply/*/"
            + file
            + ").",
        SUPPLY);
  }

  private final NameFilter wanted;

  PowerSupplyCollector(NameFilter wanted) {
    this.wanted = wanted;
  }

  @Override
  public Source source() {
    return Source.POWERSUPPLYCLASS;
  }

  @Override
  public List<Family> families() {
    return NUMBERS.and(INFO);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.devices().powerSupplies());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.devices().powerSupplies()).ifPresent(all -> write(all, sink));
  }

  private void write(PowerSupplies all, Sink sink) {
    for (PowerSupplies.Supply supply : all.supplies()) {
      if (wanted.wants(supply.name())) write(supply, sink);
    }
  }

  private static void write(PowerSupplies.Supply supply, Sink sink) {
    Labels name = Labels.of(SUPPLY, supply.name());
    supply
        .numbers()
        .forEach(
            (number, value) ->
                sink.sample(NUMBERS.of(number), name, value / number.unit().parts()));
    Labels info = name;
    for (Map.Entry<PowerSupplyWord, String> word : supply.words().entrySet()) {
      info = info.add(word.getKey().file(), word.getValue());
    }
    sink.sample(INFO, info, 1);
  }
}
