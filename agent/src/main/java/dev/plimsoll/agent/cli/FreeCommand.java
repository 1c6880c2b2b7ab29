package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.free.FreeJson;
import dev.plimsoll.agent.cli.free.FreeTable;
import dev.plimsoll.agent.cli.free.KernelMemory;
import dev.plimsoll.agent.cli.free.MemorySource;
import dev.plimsoll.agent.cli.free.MemoryUnit;
import dev.plimsoll.agent.cli.free.OshiMemory;
import dev.plimsoll.agent.insight.MemoryHealth;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `plimsoll free`: procps' `free`, and whether memory is enough.
@Command(
    name = "free",
    versionProvider = PlimsollVersion.class,
    description = "Shows memory and swap as free does, and whether the node has memory enough.")
final class FreeCommand implements Callable<Integer> {
  private static final double MICROS_PER_SECOND = 1e6;
  private static final double LONGEST_PAUSE = 1e6;

  /// The form of an answer.
  enum Form {
    TEXT,
    JSON
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private NodeOptions node;

  @SuppressWarnings("UnusedVariable")
  @Mixin
  private LongHelp help;

  @ArgGroup private @Nullable UnitFlags unit;

  @Option(
      names = {"-s", "--seconds"},
      paramLabel = "N",
      description = "Repeat every N seconds.")
  private @Nullable Double seconds;

  @Option(
      names = {"-c", "--count"},
      paramLabel = "N",
      description = "Repeat N times, then exit.")
  private @Nullable Integer count;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or json, which is one object a line, in bytes.")
  private Form form;

  @Option(
      names = "--memory",
      paramLabel = "BY",
      description = "Who reads it: kernel (Linux's own files) or oshi (knows other systems).")
  private ReadBy readBy = ReadBy.usual();

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    PrintWriter out = spec.commandLine().getOut();
    switch (readBy) {
      case KERNEL -> {
        try (KernelMemory kernel = new KernelMemory(node.roots())) {
          repeat(kernel, out);
        }
      }
      case OSHI -> repeat(new OshiMemory(), out);
    }
    return 0;
  }

  private void repeat(MemorySource reader, PrintWriter out)
      throws IOException, InterruptedException {
    show(reader.read(), out);
    for (long left = repeats(); left > 0 && !out.checkError(); left--) {
      pause();
      if (form == Form.TEXT) out.println();
      show(reader.read(), out);
    }
  }

  private void check() {
    if (seconds != null && !(seconds > 0 && seconds <= LONGEST_PAUSE)) {
      throw new ParameterException(spec.commandLine(), "-s: " + seconds + " is not a pause");
    }
    if (count != null && count < 1) {
      throw new ParameterException(
          spec.commandLine(), "-c: " + count + " is not a number of times");
    }
  }

  private long repeats() {
    if (count != null) return count - 1L;
    return seconds == null ? 0 : Long.MAX_VALUE;
  }

  private void pause() throws InterruptedException {
    long micros = (long) ((seconds == null ? 1 : seconds) * MICROS_PER_SECOND);
    boolean never = new CountDownLatch(1).await(micros, TimeUnit.MICROSECONDS);
    if (never) throw new AssertionError();
  }

  private void show(MemorySource.Reading read, PrintWriter out) throws IOException {
    MemoryHealth health = MemoryHealth.of(read.memory(), read.pressure());
    switch (form) {
      case TEXT -> table().lines(read.memory(), health).forEach(out::println);
      case JSON -> new FreeJson().write(read.memory(), health, out);
    }
    out.flush();
  }

  private FreeTable table() {
    return new FreeTable(unit == null ? MemoryUnit.KIBI : unit.unit());
  }
}
