package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.top.TopFilter;
import dev.plimsoll.agent.cli.top.TopProgram;
import dev.plimsoll.agent.cli.top.TopProgram.Start;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.io.Console;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `plimsoll top`.
@Command(
    name = "top",
    versionProvider = PlimsollVersion.class,
    description =
        "Shows who takes the node's CPU and memory now, by process and by container. Keys: h.")
final class TopCommand implements Callable<Integer> {
  private static final double MOST_SECONDS = 86_400;
  private static final double LEAST_SECONDS = 0.1;

  private final Map<String, String> environment;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private NodeOptions node;
  @Mixin private AgentOption agent;

  @SuppressWarnings("UnusedVariable")
  @Mixin
  private LongHelp help;

  @Option(
      names = "--processes",
      paramLabel = "BY",
      description =
          "Who reads them: kernel (Linux's own files) or oshi (knows other systems, and no pods).")
  private ReadBy readBy = ReadBy.usual();

  @Option(
      names = {"-b", "--batch"},
      description = "Print one listing after the other instead of drawing on the terminal.")
  private boolean batch;

  @Option(
      names = {"-n", "--iterations"},
      paramLabel = "N",
      description = "Stop after N listings (with -b).")
  private @Nullable Integer times;

  @Option(
      names = {"-d", "--delay"},
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "Time between two readings (default: 3).")
  private double delay;

  @Option(
      names = {"-o", "--sort"},
      paramLabel = "KEY",
      defaultValue = "cpu",
      description = "What stands first: cpu, mem, time or pid (default: cpu).")
  private Start.Sort sort;

  @Option(names = "-c", description = "Show command lines instead of names.")
  private boolean commandLine;

  @Option(names = "--containers", description = "Show containers instead of processes.")
  private boolean containers;

  @Option(
      names = "--pod",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only pods and containers with TEXT in their names.")
  private String pod;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only lines with TEXT in command, user, pod or container.")
  private String text;

  @Option(
      names = {"-H", "--threads"},
      description = "Show threads instead of processes.")
  private boolean threads;

  @Option(
      names = {"-u", "-U", "--user"},
      paramLabel = "USER",
      defaultValue = "",
      description = "Only processes of this user, by name.")
  private String user;

  @Option(
      names = {"-p", "--pid"},
      paramLabel = "PID",
      split = ",",
      description = "Only these processes, parted by commas.")
  private Set<Integer> pids = new LinkedHashSet<>();

  TopCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    Start start =
        new Start(
            Duration.ofMillis((long) (delay * 1000)),
            sort,
            commandLine,
            containers,
            threads,
            new TopFilter(text, pod, user, pids));
    Optional<String> obstacle = batch ? Optional.empty() : obstacle();
    obstacle.ifPresent(this::tell);
    try (TopProgram top = program()) {
      if (batch || obstacle.isPresent()) batch(top, start);
      else top.live(start, environment.getOrDefault("TERM", ""));
    }
    return 0;
  }

  private TopProgram program() {
    Clock clock = Clock.systemUTC();
    ZoneId zone = ZoneId.systemDefault();
    return switch (readBy) {
      case KERNEL ->
          new TopProgram(node.roots(), agent.pods(node.roots()), clock, zone, System::nanoTime);
      case OSHI -> TopProgram.byOshi(clock, zone, System::nanoTime);
    };
  }

  private void check() {
    agent.check();
    if (!(delay >= LEAST_SECONDS && delay <= MOST_SECONDS)) {
      throw new ParameterException(
          spec.commandLine(), "--delay: must be from 0.1 to 86400 seconds, not " + delay);
    }
    if (threads && readBy == ReadBy.OSHI) {
      throw new ParameterException(
          spec.commandLine(), "--threads: OSHI does not know the threads of processes");
    }
    if (threads && containers) {
      throw new ParameterException(
          spec.commandLine(), "--threads: not beside --containers, which adds threads up");
    }
    if (times != null && times < 1) {
      throw new ParameterException(
          spec.commandLine(), "--iterations: must be 1 or more, not " + times);
    }
  }

  /// Why there is nothing to draw on.
  private Optional<String> obstacle() {
    String type = environment.getOrDefault("TERM", "");
    if (type.isEmpty() || type.equals("dumb")) {
      return Optional.of(type.isEmpty() ? "TERM is not set" : "TERM=dumb");
    }
    return terminal() ? Optional.empty() : Optional.of("input or output is not a terminal");
  }

  private static boolean consoleIsTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private static boolean terminal() {
    if (!ReadBy.isLinux()) return consoleIsTerminal();
    KernelReader reader = new KernelReader();
    return reader.terminalSize(0).isPresent() && reader.terminalSize(1).isPresent();
  }

  private void tell(String obstacle) {
    String words = ": cannot draw here (" + obstacle + "); printing listings as with -b";
    spec.commandLine().getErr().println(spec.qualifiedName() + words);
  }

  private void batch(TopProgram top, Start start) throws IOException, InterruptedException {
    OptionalInt most = times == null ? OptionalInt.empty() : OptionalInt.of(times);
    CountDownLatch never = new CountDownLatch(1);
    top.batch(
        start,
        most,
        LineWidth.ofOutput(environment),
        time -> {
          boolean reached = never.await(time.toMillis(), TimeUnit.MILLISECONDS);
          assert !reached;
        },
        spec.commandLine().getOut());
  }
}
