package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.List;
import java.util.Optional;

/// `/proc/<pid>/status`, one `Name:\tvalue` a line (`proc_pid_status` in `fs/proc/array.c`). Its
/// `Name` is escaped by the kernel and is not read: `stat` has the bytes.
///
/// @param tgid the process, which is the pid
/// @param namespacePids its pid in each pid namespace it is in, the outermost first: one where it
///   is in the host's; empty before Linux 4.1
/// @param memory nothing for kernel threads and zombies
/// @param signals how it treats each signal
/// @param effectiveCapabilities one bit for each capability of `include/uapi/linux/capability.h`
/// @param voluntarySwitches how often its first thread let the CPU go, to wait
/// @param nonvoluntarySwitches how often the CPU was taken from its first thread
public record ProcStatus(
    int tgid,
    List<Integer> namespacePids,
    Ids user,
    Ids group,
    Optional<Memory> memory,
    int threads,
    Signals signals,
    long effectiveCapabilities,
    long voluntarySwitches,
    long nonvoluntarySwitches) {
  public ProcStatus {
    namespacePids = List.copyOf(namespacePids);
  }

  /// User or group ids: 32 bits without a sign.
  public record Ids(long real, long effective, long saved, long filesystem) {}

  /// Signal masks: the bit `n - 1` is signal `n`.
  public record Signals(long blocked, long ignored, long caught) {}

  /// All in bytes, resident ones as the kernel's imprecise counters have them.
  ///
  /// @param peak the largest that the address space was, `size` what it is
  /// @param locked what it may not lose to swap or eviction
  /// @param rssPeak the most that was resident, `rss` what is: the sum of the next three
  /// @param rssAnon memory of its own
  /// @param rssFile pages of files
  /// @param rssShmem shared memory and tmpfs
  /// @param swap what of `rssAnon`'s kind is in swap, shared memory not counted
  public record Memory(
      long peak,
      long size,
      long locked,
      long rssPeak,
      long rss,
      long rssAnon,
      long rssFile,
      long rssShmem,
      long swap) {}

  static ProcStatus parse(KernelText text) throws MalformedSourceException {
    return new StatusLines().parse(text);
  }
}
