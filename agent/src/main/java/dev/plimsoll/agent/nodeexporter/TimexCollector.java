package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.ClockState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// `timex`: how the kernel steers the clock.
final class TimexCollector implements NodeCollector {
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;

  /// Frequencies are in millionths, with 16 bits behind the point.
  private static final double PPM = 65_536e6;

  private static final Map<Family, ToDoubleFunction<ClockState>> VALUES = values();

  private static Map<Family, ToDoubleFunction<ClockState>> values() {
    Map<Family, ToDoubleFunction<ClockState>> values = new LinkedHashMap<>();
    values.put(
        gauge("sync_status", "1 where the clock follows a reliable one, else 0"),
        clock -> clock.synchronised() ? 1 : 0);
    values.put(
        gauge("offset_seconds", "How far the clock is off, in seconds"),
        clock -> clock.offset() / divisor(clock));
    values.put(
        gauge("frequency_adjustment_ratio", "How much faster the clock is made"),
        clock -> 1 + clock.frequency() / PPM);
    values.put(
        gauge("maxerror_seconds", "Seconds that the clock is off at most"),
        clock -> clock.maxError() / MICROS);
    values.put(
        gauge("estimated_error_seconds", "Seconds that the clock is off by estimate"),
        clock -> clock.estimatedError() / MICROS);
    values.put(gauge("status", "Bits of the state of the clock, STA_*"), ClockState::status);
    values.put(
        gauge("loop_time_constant", "Time constant of the loop that steers"), ClockState::constant);
    values.put(gauge("tick_seconds", "Seconds between two ticks"), clock -> clock.tick() / MICROS);
    values.put(gauge("tai_offset_seconds", "Seconds that atomic time is ahead"), ClockState::tai);
    pulse(values);
    return values;
  }

  private static void pulse(Map<Family, ToDoubleFunction<ClockState>> values) {
    values.put(
        gauge("pps_frequency_hertz", "Frequency by a pulse per second, as a ratio"),
        clock -> clock.pps().frequency() / PPM);
    values.put(
        gauge("pps_jitter_seconds", "Jitter of a pulse per second, in seconds"),
        clock -> clock.pps().jitter() / divisor(clock));
    values.put(
        gauge("pps_shift_seconds", "Length of an interval, as a power of two of seconds"),
        clock -> clock.pps().shift());
    values.put(
        gauge("pps_stability_hertz", "How the frequency wanders, as a ratio"),
        clock -> clock.pps().stability() / PPM);
    values.put(
        counter("pps_jitter_total", "Times that the jitter was too large"),
        clock -> clock.pps().jitterExceeded());
    values.put(
        counter("pps_calibration_total", "Intervals of calibration"),
        clock -> clock.pps().calibrations());
    values.put(
        counter("pps_error_total", "Calibrations that failed"), clock -> clock.pps().errors());
    values.put(
        counter("pps_stability_exceeded_total", "Times that the frequency wandered too far"),
        clock -> clock.pps().stabilityExceeded());
  }

  private static double divisor(ClockState clock) {
    return clock.nanoseconds() ? NANOS : MICROS;
  }

  private static Family gauge(String name, String what) {
    return Family.gauge("node_timex_" + name, what + " (adjtimex(2)).");
  }

  private static Family counter(String name, String what) {
    return Family.counter("node_timex_" + name, what + " (adjtimex(2)).");
  }

  @Override
  public Source source() {
    return Source.TIMEX;
  }

  @Override
  public List<Family> families() {
    return List.copyOf(VALUES.keySet());
  }

  @Override
  public List<Reading<?>> needs(NodeSnapshot node) {
    return List.of(node.counters().subsystems().clock());
  }

  @Override
  public void write(NodeSnapshot node, Sink sink) {
    NodeCollector.value(node.counters().subsystems().clock())
        .ifPresent(
            clock ->
                VALUES.forEach((family, value) -> sink.sample(family, value.applyAsDouble(clock))));
  }
}
