package dev.plimsoll.collectors.oshi;

import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.TaskState;
import dev.plimsoll.collectors.process.Vitals;
import java.util.Optional;
import java.util.OptionalLong;

/// A process as OSHI knows it: all that it has, and nothing that it has not.
///
/// @param userTicks milliseconds, as all times
/// @param startTicks since the machine booted
/// @param path of its program; empty where OSHI does not know it
/// @param cmdline empty where it has no arguments, or OSHI may not read them
/// @param openFiles empty where OSHI may not count them
/// @param account empty where its user has no number
public record OshiProcess(
    int pid,
    String comm,
    TaskState state,
    int ppid,
    long userTicks,
    long systemTicks,
    int priority,
    int threads,
    long startTicks,
    long virtualBytes,
    long rssPages,
    long minorFaults,
    long majorFaults,
    String path,
    Optional<ProcCmdline> cmdline,
    OptionalLong openFiles,
    Optional<Account> account)
    implements Vitals {

  /// The user and group of a process, by the names that the system has for them.
  ///
  /// @param userId a number; of Windows, whose ids are longer, the last part
  public record Account(String user, long userId, String group, long groupId) {}
}
