package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelText;
import java.util.ArrayList;
import java.util.List;

/// `/proc/<pid>/cmdline`: the arguments, each ended by NUL (`proc_pid_cmdline_read` in
/// `fs/proc/base.c`). A process may write there what it likes; one that sets its title leaves a
/// single argument with spaces in it.
///
/// @param arguments none for kernel threads and zombies
/// @param cut whether there was more than the [#MOST_BYTES] that are kept
public record ProcCmdline(List<String> arguments, boolean cut) {
  /// What old kernels showed, and enough to know a program by.
  static final int MOST_BYTES = 4096;

  public ProcCmdline {
    arguments = List.copyOf(arguments);
  }

  static ProcCmdline parse(KernelText text) {
    int end = Math.min(text.length(), MOST_BYTES);
    int last = end;
    while (last > 0 && text.at(last - 1) == 0) last--;
    if (last < end) last++;
    return new ProcCmdline(arguments(text, last), text.length() > MOST_BYTES);
  }

  private static List<String> arguments(KernelText text, int end) {
    List<String> arguments = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < end; at++) {
      if (text.at(at) != 0) continue;
      arguments.add(text.part(start, at));
      start = at + 1;
    }
    if (start < end) arguments.add(text.part(start, end));
    return arguments;
  }
}
