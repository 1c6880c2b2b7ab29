package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.containers.ContainerColumns;
import dev.plimsoll.agent.cli.containers.ContainerOrder;
import dev.plimsoll.agent.cli.containers.ContainerRow;
import dev.plimsoll.agent.cli.containers.ContainerRows;
import dev.plimsoll.agent.cli.table.ListForm;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.cgroup.CgroupTree;
import dev.plimsoll.collectors.kernel.Section;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
import picocli.CommandLine.Parameters;

/// `plimsoll containers`: what each container uses of what it may.
@Command(
    name = "containers",
    versionProvider = PlimsollVersion.class,
    description = "Shows what each container uses of what it may, and what keeps it waiting.",
    footer = {
      "",
      "CPU is in CPUs, %%THR the share of periods in which the CPU quota was used up,",
      "MEM the working set and %%LIM its part of the limit, %%PSI the share of the last",
      "10 seconds in which some task stood still for want of CPU/memory/disk."
    })
final class ContainersCommand implements Callable<Integer> {
  private static final Set<Source> OTHERS = EnumSet.complementOf(EnumSet.of(Source.CGROUPS));
  private static final double LEAST_SECONDS = 0.1;
  private static final double MOST_SECONDS = 3600;

  private final Map<String, String> environment;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private NodeOptions node;
  @Mixin private AgentOption agent;

  @SuppressWarnings("UnusedVariable")
  @Mixin
  private LongHelp help;

  @Option(
      names = {"-d", "--delay"},
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "Time over which CPU and throttling are measured (default: 1).")
  private double delay;

  @Option(
      names = "--sort",
      paramLabel = "KEY",
      defaultValue = "cpu",
      description =
          "What stands first: cpu, memory, limit, throttled, pressure, pids, restarts, age or name"
              + " (default: cpu).")
  private ContainerOrder order;

  @Option(
      names = "--namespace",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only namespaces with TEXT in their names.")
  private String namespace;

  @Option(
      names = "--pod",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only pods with TEXT in their names.")
  private String pod;

  @Option(
      names = "--container",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only containers with TEXT in their names.")
  private String container;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      description = "Only the first N.")
  private @Nullable Integer lines;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, wide or json.")
  private ListForm form;

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..1",
      defaultValue = "",
      description = "Only lines with TEXT in a name or an id.")
  private String text;

  ContainersCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    List<ContainerRow> rows =
        read().stream()
            .filter(this::wanted)
            .sorted(order.comparator())
            .limit(lines == null ? Long.MAX_VALUE : lines)
            .toList();
    OptionalInt width = LineWidth.ofOutput(environment);
    form.print(rows, new ContainerColumns(), width, true, spec.commandLine().getOut());
    return 0;
  }

  private void check() {
    if (!(delay >= LEAST_SECONDS && delay <= MOST_SECONDS)) {
      throw wrong("--delay: must be from 0.1 to 3600 seconds, not " + delay);
    }
    if (lines != null && lines < 1) throw wrong("--lines: must be 1 or more, not " + lines);
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private List<ContainerRow> read() throws IOException, InterruptedException {
    try (NodeReader reader = new NodeReader(node.roots(), Clock.systemUTC(), OTHERS)) {
      CgroupTree before = tree(reader.readFast().cgroups());
      long began = System.nanoTime();
      boolean never = new CountDownLatch(1).await((long) (delay * 1000), TimeUnit.MILLISECONDS);
      if (never) throw new AssertionError();
      Reading<CgroupTree> now = reader.readFast().cgroups();
      double seconds = (System.nanoTime() - began) / 1e9;
      return new ContainerRows(agent.pods(node.roots()))
          .between(before, tree(now), seconds, now.at());
    }
  }

  private static CgroupTree tree(Reading<CgroupTree> reading) throws IOException {
    return switch (reading.section()) {
      case Section.Present<CgroupTree>(CgroupTree tree, var _) -> tree;
      case Section.Absent<CgroupTree>(String reason) -> throw new IOException(reason);
      case Section.Failed<CgroupTree>(var failure) -> throw new IOException(failure.describe());
    };
  }

  private boolean wanted(ContainerRow row) {
    return row.name().namespace().contains(namespace)
        && row.name().pod().contains(pod)
        && row.name().container().contains(container)
        && (row.name().namespace().contains(text)
            || row.name().pod().contains(text)
            || row.name().container().contains(text)
            || row.id().contains(text));
  }
}
