package dev.plimsoll.collectors.oshi;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.oshi.OshiTable.Account;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcExe;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessId;
import dev.plimsoll.collectors.process.ProcessTable;
import dev.plimsoll.collectors.process.SeldomFacts;
import dev.plimsoll.collectors.process.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/// The table of processes from OSHI, for systems that have no `/proc`.
///
/// OSHI has no process groups, sessions, terminals, nice values, scheduling policies, flags and no
/// times of children. A [ProcStat] has no place for "not known", so whoever shows one of this table
/// leaves those fields out.
public final class OshiProcesses {
  /// A terminal that is not known, which is not the same as none.
  public static final int UNKNOWN_TERMINAL = -1;

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

  OshiTable read() {
    List<ProcessEntry> entries = new ArrayList<>();
    Map<ProcessId, Account> accounts = new HashMap<>();
    for (OSProcess process : system.getProcesses()) {
      if (process.getState() == OSProcess.State.INVALID) continue;
      ProcessEntry entry = entry(process);
      entries.add(entry);
      account(process).ifPresent(account -> accounts.put(entry.id(), account));
    }
    entries.sort(Comparator.comparingInt(ProcessEntry::pid));
    return new OshiTable(new ProcessTable(entries, 0, 0, Map.of()), accounts);
  }

  private ProcessEntry entry(OSProcess process) {
    ProcStat stat = stat(process);
    return new ProcessEntry(
        stat.id(),
        stat,
        absent("I/O of all kinds"),
        absent("control groups"),
        cmdline(process),
        exe(process),
        seldom(process));
  }

  private ProcStat stat(OSProcess process) {
    return new ProcStat(
        process.getProcessID(),
        process.getName(),
        state(process.getState()),
        Math.max(0, process.getParentProcessID()),
        0,
        0,
        UNKNOWN_TERMINAL,
        -1,
        0,
        process.getMinorFaults(),
        0,
        process.getMajorFaults(),
        0,
        process.getUserTime(),
        process.getKernelTime(),
        0,
        0,
        process.getPriority(),
        0,
        process.getThreadCount(),
        Math.max(0, process.getStartTime() - bootTime * MILLIS),
        process.getVirtualSize(),
        process.getResidentMemory() / pageSize,
        0,
        0,
        0,
        0,
        0,
        0,
        0);
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

  private static Section<ProcCmdline> cmdline(OSProcess process) {
    List<String> arguments = process.getArguments();
    return arguments.isEmpty()
        ? absent("the arguments of this process")
        : new Section.Present<>(new ProcCmdline(arguments, false));
  }

  private static Section<ProcExe> exe(OSProcess process) {
    return process.getPath().isEmpty()
        ? absent("the program of this process")
        : new Section.Present<>(new ProcExe(process.getPath(), false));
  }

  private static SeldomFacts seldom(OSProcess process) {
    long open = process.getOpenFiles();
    return new SeldomFacts(
        absent("what /proc/<pid>/status has"),
        absent("the limit of processes"),
        open < 0 ? absent("the open files of this process") : new Section.Present<>(open),
        absent("OOM scores"),
        Instant.EPOCH);
  }

  private static <T> Section<T> absent(String what) {
    return new Section.Absent<>("OSHI does not have " + what);
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
