package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/loadavg`, for example `0.42 0.36 0.30 2/1312 40771` (`fs/proc/loadavg.c`).
///
/// @param one tasks that ran, could run or waited in state D, averaged over a minute
/// @param five the same over five minutes
/// @param fifteen the same over fifteen minutes
/// @param running tasks that run or can run now
/// @param tasks threads that exist
public record LoadAvg(double one, double five, double fifteen, long running, long tasks) {

  /// Reads the file.
  public static Section<LoadAvg> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("loadavg"), Need.REQUIRED, LoadAvg::parse);
  }

  static LoadAvg parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    double one = text.decimal();
    double five = text.decimal();
    double fifteen = text.decimal();
    long running = text.unsigned();
    if (!text.take("/")) throw text.malformed("no '/' between the numbers of tasks");
    return new LoadAvg(one, five, fifteen, running, text.unsigned());
  }
}
