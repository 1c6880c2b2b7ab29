package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.pods.ProbeColumns;
import dev.plimsoll.agent.cli.pods.ProbeOrder;
import dev.plimsoll.agent.cli.pods.ToldProbe;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `plimsoll probes`: what each probe of this node's pods does, and how it does.
@Command(
    name = "probes",
    mixinStandardHelpOptions = true,
    versionProvider = PlimsollVersion.class,
    description = "Shows what each probe of this node's pods does, and how it does.",
    footer = {
      "",
      "PER/TMO/# are its period, its timeout and the failures in a row that count;",
      "STREAK is how many there are now, and their share of those; LAST is how long ago",
      "it was last seen to succeed. Exit status: 0 done, 1 no agent answers, 2 a wrong",
      "option."
    })
final class ProbesCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final Clock clock;

  @Mixin private PodListOptions list;

  @Option(
      names = "--sort",
      paramLabel = "KEY",
      defaultValue = "streak",
      description = "What stands first: streak, failures or name (default: streak).")
  private ProbeOrder order;

  ProbesCommand(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    List<ToldProbe> probes =
        list.pods().stream()
            .flatMap(pod -> pod.probes().stream())
            .sorted(order.comparator())
            .toList();
    list.print(probes, new ProbeColumns(clock.instant()), LineWidth.ofOutput(environment));
    return 0;
  }
}
