package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.pods.PodColumns;
import dev.plimsoll.agent.cli.pods.PodOrder;
import dev.plimsoll.agent.cli.pods.ToldPod;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `plimsoll pods`: the pods of this node as kubectl lists them, and what each uses.
@Command(
    name = "pods",
    mixinStandardHelpOptions = true,
    versionProvider = PlimsollVersion.class,
    description = "Shows the pods of this node as kubectl does, and what each uses.",
    footer = {
      "",
      "CPU is in CPUs, on average of the last minute, MEM the working set; both of all",
      "containers of the pod. Exit status: 0 done, 1 no agent answers, 2 a wrong option."
    })
final class PodsCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final Clock clock;

  @Mixin private PodListOptions list;

  @Option(
      names = "--sort",
      paramLabel = "KEY",
      defaultValue = "name",
      description =
          "What stands first: name, status, restarts, age, cpu or memory (default: name).")
  private PodOrder order;

  PodsCommand(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    List<ToldPod> pods = list.pods().stream().sorted(order.comparator()).toList();
    list.print(pods, new PodColumns(clock.instant()), LineWidth.ofOutput(environment));
    return 0;
  }
}
