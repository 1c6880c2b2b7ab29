package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/sys/kernel/{threads-max,pid_max}`: how many tasks there may be
/// (`Documentation/admin-guide/sysctl/kernel.rst`).
///
/// @param threads that may exist
/// @param pids numbers that tasks may have, threads included
public record TaskLimits(long threads, long pids) {

  /// Reads both files.
  public static Section<TaskLimits> read(KernelReader reader, Roots roots) {
    Section<Long> threads = number(reader, roots.proc("sys/kernel/threads-max"));
    Section<Long> pids = number(reader, roots.proc("sys/kernel/pid_max"));
    if (threads.present().isEmpty()) return threads.map(_ -> new TaskLimits(0, 0));
    return pids.map(most -> new TaskLimits(threads.present().get(), most));
  }

  private static Section<Long> number(KernelReader reader, String path) {
    return reader.section(path, Need.OPTIONAL, TaskLimits::parse);
  }

  static Long parse(KernelText text) throws MalformedSourceException {
    return text.firstLine().unsigned();
  }
}
