package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.proc.NodePressure;
import dev.plimsoll.collectors.proc.Pressure;
import java.util.List;
import java.util.Optional;

/// `pressure`: how long tasks stood still for want of something.
final class PressureCollector implements NodeCollector {
  private static final Family CPU_WAITING =
      Family.counter(
          "node_pressure_cpu_waiting_seconds_total",
          "Seconds that some task waited for a CPU (/proc/pressure/cpu).");
  private static final Family IO_WAITING =
      Family.counter(
          "node_pressure_io_waiting_seconds_total",
          "Seconds that some task waited for a disk (/proc/pressure/io).");
  private static final Family IO_STALLED =
      Family.counter(
          "node_pressure_io_stalled_seconds_total",
          "Seconds that all tasks waited for disks at once (/proc/pressure/io).");
  private static final Family MEMORY_WAITING =
      Family.counter(
          "node_pressure_memory_waiting_seconds_total",
          "Seconds that some task waited for memory (/proc/pressure/memory).");
  private static final Family MEMORY_STALLED =
      Family.counter(
          "node_pressure_memory_stalled_seconds_total",
          "Seconds that all tasks waited for memory at once (/proc/pressure/memory).");
  private static final Family IRQ_STALLED =
      Family.counter(
          "node_pressure_irq_stalled_seconds_total",
          "Seconds that tasks waited for interrupts to be served (/proc/pressure/irq).");

  @Override
  public Source source() {
    return Source.PRESSURE;
  }

  @Override
  public List<Family> families() {
    return List.of(
        CPU_WAITING, IO_WAITING, IO_STALLED, MEMORY_WAITING, MEMORY_STALLED, IRQ_STALLED);
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.fast().pressure());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.fast().pressure()).ifPresent(pressure -> write(pressure, sink));
  }

  private static void write(NodePressure pressure, Sink sink) {
    write(CPU_WAITING, pressure.cpu().flatMap(Pressure::some), sink);
    write(IO_WAITING, pressure.io().flatMap(Pressure::some), sink);
    write(IO_STALLED, pressure.io().flatMap(Pressure::full), sink);
    write(MEMORY_WAITING, pressure.memory().flatMap(Pressure::some), sink);
    write(MEMORY_STALLED, pressure.memory().flatMap(Pressure::full), sink);
    write(IRQ_STALLED, pressure.irq().flatMap(Pressure::full), sink);
  }

  private static void write(Family family, Optional<Pressure.Stall> stall, Sink sink) {
    stall.ifPresent(line -> sink.sample(family, line.totalMicros() / 1e6));
  }
}
