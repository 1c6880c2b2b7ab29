package dev.plimsoll.collectors.oshi;

import dev.plimsoll.collectors.oshi.OshiProcess.Account;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.TaskState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/// The table of processes from OSHI, for systems that have no `/proc`.
final class OshiProcesses {
  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,18})$");
  private static final long MILLIS = 1000;

  private final OperatingSystem system;
  private final long bootTime;
  private final long pageSize;

  OshiProcesses(OperatingSystem system, long bootTime, long pageSize) {
    this.system = system;
    this.bootTime = bootTime;
    this.pageSize = pageSize;
  }

  /// All processes, by number.
  List<OshiProcess> read() {
    return system.getProcesses().stream()
        .filter(process -> process.getState() != OSProcess.State.INVALID)
        .map(this::process)
        .sorted(Comparator.comparingInt(OshiProcess::pid))
        .toList();
  }

  private OshiProcess process(OSProcess process) {
    return new OshiProcess(
        process.getProcessID(),
        process.getName(),
        state(process.getState()),
        Math.max(0, process.getParentProcessID()),
        process.getUserTime(),
        process.getKernelTime(),
        process.getPriority(),
        process.getThreadCount(),
        Math.max(0, process.getStartTime() - bootTime * MILLIS),
        process.getVirtualSize(),
        process.getResidentMemory() / pageSize,
        process.getMinorFaults(),
        process.getMajorFaults(),
        process.getPath(),
        cmdline(process),
        openFiles(process),
        account(process));
  }

  private static TaskState state(OSProcess.State state) {
    return switch (state) {
      case RUNNING -> TaskState.RUNNING;
      case SLEEPING -> TaskState.SLEEPING;
      case WAITING -> TaskState.DISK_SLEEP;
      case ZOMBIE -> TaskState.ZOMBIE;
      case STOPPED, SUSPENDED -> TaskState.STOPPED;
      case NEW, OTHER, INVALID -> TaskState.UNKNOWN;
    };
  }

  private static Optional<ProcCmdline> cmdline(OSProcess process) {
    List<String> arguments = process.getArguments();
    return arguments.isEmpty() ? Optional.empty() : Optional.of(new ProcCmdline(arguments, false));
  }

  private static OptionalLong openFiles(OSProcess process) {
    long open = process.getOpenFiles();
    return open < 0 ? OptionalLong.empty() : OptionalLong.of(open);
  }

  private static Optional<Account> account(OSProcess process) {
    Optional<Long> user = number(process.getUserID());
    if (user.isEmpty()) return Optional.empty();
    return Optional.of(
        new Account(
            process.getUser(),
            user.get(),
            process.getGroup(),
            number(process.getGroupID()).orElse(user.get())));
  }

  private static Optional<Long> number(String id) {
    Matcher matcher = LAST_NUMBER.matcher(id);
    return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
  }
}
