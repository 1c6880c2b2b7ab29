package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.cli.Printable;
import dev.plimsoll.agent.cli.containers.ContainerRows;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.proc.AuxiliaryVector;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/// Reads, shows, waits, again and again: on a terminal or as a stream of listings.
public final class TopProgram implements AutoCloseable {
  /// Between the first two readings, so that the first screen shows what happens now.
  private static final Duration GLANCE = Duration.ofMillis(300);

  private final TopSource reader;
  private final ContainerRows containers;
  private final LongSupplier nanos;

  /// @param nanos a clock that only goes forward
  public TopProgram(Roots roots, PodIndex pods, Clock clock, ZoneId zone, LongSupplier nanos) {
    this(new TopReader(roots, pods, clock, zone, nanos), pods, nanos);
  }

  private TopProgram(TopSource reader, PodIndex pods, LongSupplier nanos) {
    this.reader = reader;
    this.containers = new ContainerRows(pods);
    this.nanos = nanos;
  }

  /// With what OSHI knows of this machine, for systems that are not Linux.
  public static TopProgram byOshi(Clock clock, ZoneId zone, LongSupplier nanos) {
    return new TopProgram(new OshiTopReader(clock, zone, nanos), PodIndex.standAlone(), nanos);
  }

  /// What is shown at first.
  ///
  /// @param threads whether threads have lines of their own; not beside `containers`
  public record Start(
      Duration delay,
      Sort sort,
      boolean commandLine,
      boolean containers,
      boolean threads,
      TopFilter filter) {

    /// What stands first.
    public enum Sort {
      CPU,
      MEM,
      TIME,
      PID
    }

    private TopView.Rows rows() {
      if (containers) return TopView.Rows.CONTAINERS;
      return threads ? TopView.Rows.THREADS : TopView.Rows.PROCESSES;
    }

    TopView view() {
      TopView.Sort key =
          switch (sort) {
            case CPU -> TopView.Sort.CPU;
            case MEM -> TopView.Sort.MEMORY;
            case TIME -> TopView.Sort.TIME;
            case PID -> TopView.Sort.NUMBER;
          };
      return TopView.first(delay)
          .sortedBy(key)
          .withCommandLine(commandLine)
          .with(rows())
          .with(filter);
    }
  }

  /// Waits; the time is given so that a test need not pass it.
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /// Prints listings for a pipe or a file.
  ///
  /// @param times how many; empty until nobody reads any more
  /// @param width how long lines may be
  public void batch(Start start, OptionalInt times, OptionalInt width, Pause pause, PrintWriter out)
      throws IOException, InterruptedException {
    AuxiliaryVector units = reader.units();
    boolean threads = start.view().threads();
    TopSnapshot before = reader.read(threads);
    for (int done = 0; times.isEmpty() || done < times.getAsInt(); done++) {
      pause.of(done == 0 ? GLANCE : start.delay());
      TopSnapshot now = reader.read(threads);
      TopFrame frame = TopFrame.between(before, now, units, containers);
      if (done > 0) out.print('\n');
      for (String line : listing(frame, start.view(), width)) out.print(line + '\n');
      if (out.checkError()) return;
      before = now;
    }
  }

  private static List<String> listing(TopFrame frame, TopView view, OptionalInt width) {
    List<String> lines = new ArrayList<>();
    for (String line : new TopHead(frame).lines(view.eachCpu())) lines.add(Printable.of(line));
    lines.add("");
    lines.addAll(new TopTable(frame, view, width).lines(Integer.MAX_VALUE));
    return lines;
  }

  /// Draws on the terminal of this process until the viewer has enough.
  ///
  /// @param type what kind of terminal it is, as TERM has it
  public void live(Start start, String type) throws IOException, InterruptedException {
    AuxiliaryVector units = reader.units();
    TopKeys keys = new TopKeys(start.view());
    try (TopTerminal terminal = new TopTerminal(type)) {
      while (!keys.quit()) watch(terminal, keys, units);
    }
  }

  /// Until the viewer has enough, or wants threads instead of processes or the other way round,
  /// which takes a reading to compare with.
  private void watch(TopTerminal terminal, TopKeys keys, AuxiliaryVector units)
      throws IOException, InterruptedException {
    boolean threads = keys.view().threads();
    TopSnapshot before = reader.read(threads);
    terminal.key(GLANCE).ifPresent(keys::press);
    while (!keys.quit() && keys.view().threads() == threads) {
      TopSnapshot now = reader.read(threads);
      watch(terminal, keys, TopFrame.between(before, now, units, containers));
      before = now;
    }
  }

  /// Shows one frame, as the viewer wants it from key to key, until the next is due.
  private void watch(TopTerminal terminal, TopKeys keys, TopFrame frame)
      throws InterruptedException {
    long shown = nanos.getAsLong();
    int key = TopTerminal.RESIZED;
    boolean threads = keys.view().threads();
    while (!keys.quit() && key != ' ' && keys.view().threads() == threads) {
      terminal.draw(TopScreen.of(frame, keys, terminal.rows(), terminal.columns()));
      Duration left = keys.view().delay().minusNanos(nanos.getAsLong() - shown);
      OptionalInt pressed = left.isPositive() ? terminal.key(left) : OptionalInt.empty();
      if (pressed.isEmpty()) return;
      key = pressed.getAsInt();
      if (key != TopTerminal.RESIZED) keys.press(key);
      if (keys.prompt().isPresent()) key = TopTerminal.RESIZED;
    }
  }

  /// Closes what it keeps open between readings.
  @Override
  public void close() {
    reader.close();
  }
}
