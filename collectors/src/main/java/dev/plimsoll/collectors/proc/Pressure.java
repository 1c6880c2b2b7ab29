package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Optional;

/// How long tasks stood still for want of one resource: `/proc/pressure/*` of a node and
/// `*.pressure` of a control group, for example `some avg10=1.88 avg60=1.41 avg300=3.73
/// total=119609632` (`Documentation/accounting/psi.rst`).
///
/// @param some at least one task stood still; empty where the kernel does not say (interrupts)
/// @param full all tasks that were not idle stood still at once; empty where the kernel does not
///   say (CPU before Linux 5.13). Of a whole node's CPU it is always zero: something runs.
public record Pressure(Optional<Stall> some, Optional<Stall> full) {

  /// One line.
  ///
  /// @param avg10 share of the last 10 seconds, in percent from 0 to 100
  /// @param avg60 the same of the last minute
  /// @param avg300 the same of the last five minutes
  /// @param totalMicros since boot, or since the group was made, in microseconds
  public record Stall(double avg10, double avg60, double avg300, long totalMicros) {}

  /// Reads one file. Absent where the kernel was built without pressure stall information (ENOENT)
  /// or has it switched off (EOPNOTSUPP).
  public static Section<Pressure> read(KernelReader reader, String path) {
    return reader.section(path, Need.OPTIONAL, Pressure::parse);
  }

  /// Parses the text of one file.
  public static Pressure parse(KernelText text) throws MalformedSourceException {
    Optional<Stall> some = Optional.empty();
    Optional<Stall> full = Optional.empty();
    while (text.nextLine()) {
      if (text.take("some ")) some = Optional.of(stall(text));
      else if (text.take("full ")) full = Optional.of(stall(text));
    }
    if (some.isEmpty() && full.isEmpty()) throw text.malformed("neither some nor full");
    return new Pressure(some, full);
  }

  private static Stall stall(KernelText line) throws MalformedSourceException {
    double avg10 = average(line, "avg10=");
    double avg60 = average(line, "avg60=");
    double avg300 = average(line, "avg300=");
    expect(line, "total=");
    return new Stall(avg10, avg60, avg300, line.unsigned());
  }

  private static double average(KernelText line, String name) throws MalformedSourceException {
    expect(line, name);
    return line.decimal();
  }

  private static void expect(KernelText line, String name) throws MalformedSourceException {
    if (!line.take(name)) throw line.malformed("no " + name);
  }
}
