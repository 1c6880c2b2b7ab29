package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Single files of `/proc/<pid>`, for whoever wants some of them once: a command reads what it
/// shows and nothing else. A process that has ended fails with `MISSING`. Belongs to one thread.
public final class ProcessFiles {
  private final KernelReader reader;
  private final Roots roots;
  private final PatientCmdlines cmdlines;

  public ProcessFiles(KernelReader reader, Roots roots) {
    this.reader = reader;
    this.roots = roots;
    this.cmdlines = new PatientCmdlines(roots);
  }

  /// The processes there are, by number.
  public List<Integer> pids() throws KernelFileException {
    List<Integer> pids = new ArrayList<>();
    reader.list(roots.procfs(), (name, at, length, _) -> add(name, at, length, pids));
    Collections.sort(pids);
    return pids;
  }

  private static void add(byte[] name, int at, int length, List<Integer> pids) {
    int pid = 0;
    for (int index = at; index < at + length; index++) {
      if (name[index] < '0' || name[index] > '9') return;
      pid = pid * 10 + name[index] - '0';
    }
    pids.add(pid);
  }

  /// The process that reads, by its number in this `/proc`.
  public int self() throws KernelFileException {
    return Integer.parseInt(reader.readLink(roots.proc("self")));
  }

  public Section<ProcStat> stat(int pid) {
    return record(pid, "stat", ProcStat::parse);
  }

  /// Its threads, the first included, by number; none where it has ended.
  public List<ProcStat> tasks(int pid) {
    List<ProcStat> tasks = new ArrayList<>();
    try {
      for (String task : reader.names(roots.proc(pid + "/task"))) {
        record(pid, "task/" + task + "/stat", ProcStat::parse).present().ifPresent(tasks::add);
      }
    } catch (KernelFileException _) {
      return List.of();
    }
    tasks.sort(Comparator.comparingInt(ProcStat::pid));
    return tasks;
  }

  public Section<ProcStatus> status(int pid) {
    return record(pid, "status", ProcStatus::parse);
  }

  public Section<ProcLimits> limits(int pid) {
    return record(pid, "limits", ProcLimits::parse);
  }

  /// The bytes that its address space may have.
  public Section<ProcLimits.Pair> addressSpace(int pid) {
    return record(pid, "limits", ProcLimits::addressSpace);
  }

  /// How many file descriptors it has open: the size of its directory since Linux 6.2, before that
  /// its entries, which needs the right to trace the process.
  public Section<Long> openFiles(int pid) {
    String path = roots.proc(pid + "/fd");
    try {
      long size = reader.status(path).size();
      return new Section.Present<>(size > 0 ? size : reader.names(path).size());
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.REQUIRED);
    }
  }

  public Section<ProcCgroup> cgroup(int pid) {
    return record(pid, "cgroup", ProcCgroup::parse);
  }

  /// Fails with `TIMEOUT` where the process does not let its memory be read for a second, and then
  /// at once for all while four such processes do not.
  public Section<ProcCmdline> cmdline(int pid) {
    return cmdlines.read(pid);
  }

  /// Says whose command lines will be asked for next, in this order, so that they are read
  /// meanwhile.
  public void expectCmdlines(List<Integer> pids) {
    cmdlines.expect(pids);
  }

  /// Its mappings. Needs the right to trace the process.
  public Section<ProcMaps> maps(int pid) {
    return read(pid, "maps", ProcMaps::parse);
  }

  /// Its mappings and how much of each is in memory, which costs the kernel milliseconds.
  public Section<ProcMaps> smaps(int pid) {
    return read(pid, "smaps", ProcMaps::parse);
  }

  /// The kernel function that the process waits in; `0` where it does not wait or must not be told.
  public Section<String> waitChannel(int pid) {
    return read(pid, "wchan", text -> text.length() == 0 ? "0" : text.firstLine().rest());
  }

  /// Of a file that gives all it has at once.
  private <T> Section<T> record(int pid, String file, Parser<T> parser) {
    return reader.recordSection(roots.proc(pid + "/" + file), Need.REQUIRED, parser);
  }

  private <T> Section<T> read(int pid, String file, Parser<T> parser) {
    return reader.section(roots.proc(pid + "/" + file), Need.REQUIRED, parser);
  }
}
