package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.kernel.MalformedSourceException;

/// `/proc/<pid>/limits`, a table with lines such as `Max open files 1024 524288 files`
/// (`proc_pid_limits` in `fs/proc/base.c`). The soft limit holds; the process may raise it up to
/// the hard one.
///
/// @param processes processes and threads that its user may have
/// @param openFiles the file descriptors it may have; at most this number, 0 included, less one
public record ProcLimits(Pair processes, Pair openFiles) {

  /// A soft and a hard limit.
  public record Pair(Limit soft, Limit hard) {}

  static ProcLimits parse(KernelText text) throws MalformedSourceException {
    return new ProcLimits(pair(text, "Max processes "), pair(text, "Max open files "));
  }

  /// The bytes that its address space may have, of the line `Max address space`, which hardly
  /// anybody sets.
  static Pair addressSpace(KernelText text) throws MalformedSourceException {
    return pair(text, "Max address space ");
  }

  private static Pair pair(KernelText text, String name) throws MalformedSourceException {
    while (text.nextLine()) {
      if (text.take(name)) return new Pair(limit(text), limit(text));
    }
    throw text.malformed("no line \"" + name.strip() + '"');
  }

  private static Limit limit(KernelText text) throws MalformedSourceException {
    return text.take("unlimited") ? new Limit.Unlimited() : new Limit.Of(text.unsigned());
  }
}
