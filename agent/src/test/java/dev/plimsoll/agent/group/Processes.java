package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcCgroup;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcExe;
import dev.plimsoll.collectors.process.ProcIo;
import dev.plimsoll.collectors.process.ProcLimits;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessId;
import dev.plimsoll.collectors.process.ProcessTable;
import dev.plimsoll.collectors.process.SeldomFacts;
import dev.plimsoll.collectors.process.TaskState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tables of processes made by hand: each process begins as an idle program in a unit.
record Processes(
    int pid,
    long start,
    String comm,
    String exe,
    int ppid,
    String cgroup,
    TaskState state,
    long flags,
    long user,
    long childUser,
    long faults,
    long childFaults,
    long written,
    long switches,
    long rssPages) {
  private static final long PF_KTHREAD = 0x0020_0000;

  static Processes process(int pid, long start, String exe) {
    String comm = exe.substring(exe.lastIndexOf('/') + 1);
    return new Processes(
        pid,
        start,
        comm,
        exe,
        1,
        "/system.slice/a.service",
        TaskState.SLEEPING,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        100);
  }

  static Processes kernelThread(int pid, String comm) {
    return process(pid, 1, comm).with(PF_KTHREAD).ppid(pid == 2 ? 0 : 2);
  }

  static Section<ProcessTable> table(Processes... processes) {
    return table(Stream.of(processes).map(Processes::entry).toList());
  }

  static Section<ProcessTable> table(List<ProcessEntry> entries) {
    List<ProcessEntry> sorted =
        entries.stream().sorted(Comparator.comparingInt(ProcessEntry::pid)).toList();
    return new Section.Present<>(new ProcessTable(sorted, 0, 0, Map.of()));
  }

  private Processes with(long newFlags) {
    return new Processes(
        pid,
        start,
        comm,
        exe,
        ppid,
        cgroup,
        state,
        newFlags,
        user,
        childUser,
        faults,
        childFaults,
        written,
        switches,
        rssPages);
  }

  Processes ppid(int parent) {
    return new Processes(
        pid,
        start,
        comm,
        exe,
        parent,
        cgroup,
        state,
        flags,
        user,
        childUser,
        faults,
        childFaults,
        written,
        switches,
        rssPages);
  }

  Processes runs(String program) {
    String name = program.substring(program.lastIndexOf('/') + 1);
    return new Processes(
        pid,
        start,
        name,
        program,
        ppid,
        cgroup,
        state,
        flags,
        user,
        childUser,
        faults,
        childFaults,
        written,
        switches,
        rssPages);
  }

  Processes comm(String name) {
    return new Processes(
        pid,
        start,
        name,
        exe,
        ppid,
        cgroup,
        state,
        flags,
        user,
        childUser,
        faults,
        childFaults,
        written,
        switches,
        rssPages);
  }

  Processes in(String path) {
    return new Processes(
        pid,
        start,
        comm,
        exe,
        ppid,
        path,
        state,
        flags,
        user,
        childUser,
        faults,
        childFaults,
        written,
        switches,
        rssPages);
  }

  Processes is(TaskState now) {
    return new Processes(
        pid,
        start,
        comm,
        exe,
        ppid,
        cgroup,
        now,
        flags,
        user,
        childUser,
        faults,
        childFaults,
        written,
        switches,
        rssPages);
  }

  Processes user(long ticks) {
    return new Processes(
        pid,
        start,
        comm,
        exe,
        ppid,
        cgroup,
        state,
        flags,
        ticks,
        childUser,
        faults,
        childFaults,
        written,
        switches,
        rssPages);
  }

  /// How many bytes it wrote to storage.
  Processes wrote(long bytes) {
    return new Processes(
        pid,
        start,
        comm,
        exe,
        ppid,
        cgroup,
        state,
        flags,
        user,
        childUser,
        faults,
        childFaults,
        bytes,
        switches,
        rssPages);
  }

  Processes rss(long pages) {
    return new Processes(
        pid,
        start,
        comm,
        exe,
        ppid,
        cgroup,
        state,
        flags,
        user,
        childUser,
        faults,
        childFaults,
        written,
        switches,
        pages);
  }

  /// After it has waited for a child, as the kernel adds it up.
  Processes waitedFor(Processes child) {
    return new Processes(
        pid,
        start,
        comm,
        exe,
        ppid,
        cgroup,
        state,
        flags,
        user,
        childUser + child.user + child.childUser,
        faults,
        childFaults + child.faults + child.childFaults,
        written + child.written,
        switches,
        rssPages);
  }

  ProcessEntry entry() {
    boolean hasProgram = state != TaskState.ZOMBIE && flags != PF_KTHREAD;
    Section<ProcCmdline> cmdline =
        new Section.Present<>(new ProcCmdline(hasProgram ? List.of(exe) : List.of(), false));
    Section<ProcExe> program =
        hasProgram
            ? new Section.Present<>(new ProcExe(exe, false))
            : new Section.Absent<>("the process has no program");
    return new ProcessEntry(
        new ProcessId(pid, start),
        stat(),
        new Section.Present<>(new ProcIo(0, 0, 0, 0, 0, written, 0)),
        new Section.Present<>(
            new ProcCgroup(cgroup, List.of(new ProcCgroup.Membership(0, "", cgroup)))),
        cmdline,
        program,
        seldom());
  }

  private ProcStat stat() {
    return new ProcStat(
        pid,
        comm,
        state,
        ppid,
        pid,
        pid,
        0,
        -1,
        flags,
        faults,
        childFaults,
        0,
        0,
        user,
        0,
        childUser,
        0,
        20,
        0,
        1,
        start,
        1L << 20,
        rssPages,
        0,
        0,
        0,
        0,
        0,
        0,
        0);
  }

  private SeldomFacts seldom() {
    ProcStatus.Ids root = new ProcStatus.Ids(0, 0, 0, 0);
    ProcStatus status =
        new ProcStatus(
            pid,
            List.of(pid),
            root,
            root,
            Optional.of(new ProcStatus.Memory(0, 0, 0, 0, 0, 0, 4096, 0, 0)),
            1,
            new ProcStatus.Signals(0, 0, 0),
            0,
            switches,
            0);
    ProcLimits.Pair files = new ProcLimits.Pair(new Limit.Of(100), new Limit.Unlimited());
    return new SeldomFacts(
        new Section.Present<>(status),
        new Section.Present<>(new ProcLimits(files, files)),
        new Section.Present<>(3L),
        new Section.Present<>(666L),
        Instant.EPOCH);
  }
}
