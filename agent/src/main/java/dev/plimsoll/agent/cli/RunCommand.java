package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.Agent;
import dev.plimsoll.agent.AgentOptions;
import dev.plimsoll.agent.reading.Intervals;
import dev.plimsoll.collectors.Roots;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/// `plimsoll run`: the agent.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = PlimsollVersion.class,
    description = "Runs the agent: reads this node and serves what it reads.")
final class RunCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    AgentOptions options =
        new AgentOptions(
            new Roots("/proc", "/sys", "/"),
            new InetSocketAddress("0.0.0.0", 9753),
            new Intervals(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(60)),
            Set.of(),
            10_000);
    CountDownLatch stop = new CountDownLatch(1);
    try (Agent agent = new Agent(options, Clock.systemUTC())) {
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
      agent.start();
      stop.await();
    }
    return 0;
  }
}
