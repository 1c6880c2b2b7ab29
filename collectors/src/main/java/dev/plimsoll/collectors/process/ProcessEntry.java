package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.Section;

/// One process, as it was when it was last read. The same object stays in the table for as long as
/// nothing about the process is known to have changed.
///
/// @param io absent or failed for processes that the reader has no right to trace
/// @param cgroup where it is, of use for naming its container
/// @param cmdline failed with TIMEOUT where the process did not let its memory be read in time
/// @param exe absent for kernel threads
/// @param seldom what is not read in each pass
public record ProcessEntry(
    ProcessId id,
    ProcStat stat,
    Section<ProcIo> io,
    Section<ProcCgroup> cgroup,
    Section<ProcCmdline> cmdline,
    Section<ProcExe> exe,
    SeldomFacts seldom) {

  public int pid() {
    return id.pid();
  }

  /// The path that tells whose the process is; `/` where it could not be read.
  public String cgroupPath() {
    return cgroup.present().map(ProcCgroup::path).orElse("/");
  }
}
