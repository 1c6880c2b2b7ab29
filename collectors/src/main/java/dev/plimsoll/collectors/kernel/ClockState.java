package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;

/// `adjtimex(2)`: how the kernel steers the clock of the machine. Asked without changing anything.
///
/// @param state what the call returns: 0 in order, 1 to 4 about leap seconds, 5 not synchronised
/// @param offset of the clock, in nanoseconds or microseconds, as [#nanoseconds()] says
/// @param frequency correction of the clock, in millionths, with 16 bits behind the point
/// @param maxError in microseconds
/// @param estimatedError in microseconds
/// @param status the bits of `STA_…`
/// @param constant time constant of the loop that steers
/// @param tick microseconds between ticks
/// @param pps what a pulse per second tells; all 0 where there is none
/// @param tai seconds that atomic time is ahead of this clock
public record ClockState(
    int state,
    long offset,
    long frequency,
    long maxError,
    long estimatedError,
    int status,
    long constant,
    long tick,
    Pps pps,
    int tai) {
  /// `struct timex` of 64-bit Linux.
  static final int SIZE = 208;

  private static final int STA_NANO = 0x2000;
  private static final int TIME_ERROR = 5;

  /// A pulse per second, from a receiver of satellites for example.
  ///
  /// @param frequency in millionths, with 16 bits behind the point
  /// @param jitter in nanoseconds or microseconds, as [ClockState#nanoseconds()] says
  /// @param shift of the length of an interval, as a power of two of seconds
  /// @param stability in millionths, with 16 bits behind the point
  /// @param jitterExceeded times that the jitter was too large
  /// @param calibrations intervals of calibration
  /// @param errors calibrations that failed
  /// @param stabilityExceeded times that the frequency wandered too far
  public record Pps(
      long frequency,
      long jitter,
      int shift,
      long stability,
      long jitterExceeded,
      long calibrations,
      long errors,
      long stabilityExceeded) {}

  static ClockState from(int state, ByteBuffer timex) {
    return new ClockState(
        state,
        timex.getLong(8),
        timex.getLong(16),
        timex.getLong(24),
        timex.getLong(32),
        timex.getInt(40),
        timex.getLong(48),
        timex.getLong(88),
        new Pps(
            timex.getLong(96),
            timex.getLong(104),
            timex.getInt(112),
            timex.getLong(120),
            timex.getLong(128),
            timex.getLong(136),
            timex.getLong(144),
            timex.getLong(152)),
        timex.getInt(160));
  }

  /// Whether offset and jitter are in nanoseconds, and not in microseconds.
  public boolean nanoseconds() {
    return (status & STA_NANO) != 0;
  }

  /// Whether the clock follows one that is reliable.
  public boolean synchronised() {
    return state != TIME_ERROR;
  }
}
