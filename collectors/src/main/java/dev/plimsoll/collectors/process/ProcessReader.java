package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads the table of processes. Belongs to one thread.
public final class ProcessReader {
  private final KernelReader reader;
  private final Roots roots;
  private final Clock clock;
  private final Map<ProcessFile, Integer> denied = new EnumMap<>(ProcessFile.class);
  private final List<SourceFailure> flaws = new ArrayList<>();

  public ProcessReader(KernelReader reader, Roots roots, Clock clock) {
    this.reader = reader;
    this.roots = roots;
    this.clock = clock;
  }

  /// One pass over all processes.
  public Section<ProcessTable> read() {
    denied.clear();
    flaws.clear();
    List<Integer> pids = new ArrayList<>();
    try {
      reader.list(roots.procfs(), (name, at, length, _) -> addPid(name, at, length, pids));
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.REQUIRED);
    }
    return table(pids);
  }

  private Section<ProcessTable> table(List<Integer> pids) {
    List<ProcessEntry> entries = new ArrayList<>(pids.size());
    int vanished = 0;
    for (int pid : pids) {
      try {
        entries.add(entry(pid));
      } catch (KernelFileException unreadable) {
        if (unreadable.vanished()) vanished++;
        else flaws.add(unreadable.failure());
      } catch (MalformedSourceException malformed) {
        flaws.add(malformed.failure());
      }
    }
    entries.sort(Comparator.comparingInt(ProcessEntry::pid));
    int kernel = (int) entries.stream().filter(each -> each.stat().kernelThread()).count();
    return new Section.Present<>(new ProcessTable(entries, kernel, vanished, denied), flaws);
  }

  private static void addPid(byte[] name, int at, int length, List<Integer> pids) {
    int pid = 0;
    for (int index = at; index < at + length; index++) {
      if (name[index] < '0' || name[index] > '9') return;
      pid = pid * 10 + name[index] - '0';
    }
    pids.add(pid);
  }

  private ProcessEntry entry(int pid) throws KernelFileException, MalformedSourceException {
    ProcStat stat = ProcStat.parse(reader.read(path(pid, ProcessFile.STAT)));
    return new ProcessEntry(
        stat.id(),
        stat,
        section(pid, ProcessFile.IO, ProcIo::parse),
        section(pid, ProcessFile.CGROUP, ProcCgroup::parse),
        section(pid, ProcessFile.CMDLINE, ProcCmdline::parse),
        exe(pid),
        seldom(pid));
  }

  private SeldomFacts seldom(int pid) throws KernelFileException {
    return new SeldomFacts(
        section(pid, ProcessFile.STATUS, ProcStatus::parse),
        section(pid, ProcessFile.LIMITS, ProcLimits::parse),
        openFiles(pid),
        section(pid, ProcessFile.OOM_SCORE, text -> text.firstLine().unsigned()),
        Instant.now(clock));
  }

  private <T> Section<T> section(int pid, ProcessFile file, Parser<T> parser)
      throws KernelFileException {
    try {
      return new Section.Present<>(parser.parse(reader.read(path(pid, file))));
    } catch (MalformedSourceException malformed) {
      flaws.add(malformed.failure());
      return new Section.Failed<>(malformed.failure());
    } catch (KernelFileException unreadable) {
      return unreadable(file, unreadable);
    }
  }

  private Section<Long> openFiles(int pid) throws KernelFileException {
    try {
      return new Section.Present<>((long) reader.names(path(pid, ProcessFile.FD)).size());
    } catch (KernelFileException unreadable) {
      return unreadable(ProcessFile.FD, unreadable);
    }
  }

  private Section<ProcExe> exe(int pid) throws KernelFileException {
    try {
      return new Section.Present<>(ProcExe.parse(reader.readLink(path(pid, ProcessFile.EXE))));
    } catch (KernelFileException unreadable) {
      if (unreadable.vanished()) return new Section.Absent<>("the process has no program");
      return unreadable(ProcessFile.EXE, unreadable);
    }
  }

  private <T> Section<T> unreadable(ProcessFile file, KernelFileException unreadable)
      throws KernelFileException {
    if (unreadable.vanished()) throw unreadable;
    SourceFailure failure = unreadable.failure();
    if (failure.kind() == SourceFailure.Kind.DENIED) denied.merge(file, 1, Integer::sum);
    else flaws.add(failure);
    return new Section.Failed<>(failure);
  }

  private String path(int pid, ProcessFile file) {
    return roots.proc(pid + "/" + file.fileName());
  }
}
