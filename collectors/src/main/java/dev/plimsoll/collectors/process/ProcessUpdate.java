package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;

/// Brings what is known of single processes up to date, with as few files read as can be.
///
/// What a process says cannot change while none of its cgroup runs, but for what others do to it:
/// reclaim its memory, move it, renice it, orphan it. So processes of a cgroup whose CPU time
/// stands still are read in turns only.
final class ProcessUpdate {
  private static final Section<ProcCmdline> NO_ARGUMENTS =
      new Section.Present<>(new ProcCmdline(List.of(), false));

  private final PidFiles files;
  private final OpenFiles openFiles;
  private final CgroupClocks clocks;
  private final Cmdlines cmdlines;
  private final PassLog log;
  private int processes;

  ProcessUpdate(
      PidFiles files, OpenFiles openFiles, CgroupClocks clocks, Cmdlines cmdlines, PassLog log) {
    this.files = files;
    this.openFiles = openFiles;
    this.clocks = clocks;
    this.cmdlines = cmdlines;
    this.log = log;
  }

  /// A process that was not there before.
  ///
  /// @throws KernelFileException where it has ended
  ProcessState first(int pid, Turns turns) throws KernelFileException, MalformedSourceException {
    KernelText text = files.record(pid, ProcessFile.STAT);
    ProcessState state = new ProcessState(processes++, turns, text);
    try {
      program(state, turns);
      return state;
    } catch (KernelFileException ended) {
      forget(state);
      throw ended;
    }
  }

  /// A process that is known.
  ///
  /// @return whether it is still the same process; if not, its pid has been reused
  boolean again(ProcessState state, Turns turns)
      throws KernelFileException, MalformedSourceException {
    KernelText text = files.record(state.pid(), ProcessFile.STAT);
    state.settled();
    long print = text.fingerprint();
    boolean same = state.says(print);
    if (!same) {
      ProcStat now = ProcStat.parse(text);
      if (!now.id().equals(state.id())) return false;
      boolean executed = executed(state.stat(), now);
      state.stat(now, print);
      if (executed) {
        program(state, turns);
        return true;
      }
    }
    rest(state, turns, same);
    return true;
  }

  /// The process is no more.
  void forget(ProcessState state) {
    clocks.leave(state.clock());
    cmdlines.forget(state);
  }

  /// `exec` lays out the address space anew; where that may not be seen, most programs change the
  /// name.
  private static boolean executed(ProcStat before, ProcStat now) {
    return before.image() != now.image() || !before.comm().equals(now.comm());
  }

  /// Everything: what only a new program can change, and what every pass reads.
  private void program(ProcessState state, Turns turns) throws KernelFileException {
    cgroup(state);
    io(state);
    exe(state);
    rare(state, turns);
  }

  /// @param same whether `stat` says what it said
  private void rest(ProcessState state, Turns turns, boolean same) throws KernelFileException {
    if (state.clock().moved()) state.ran();
    if (turns.stale(state) || (reads(state) && !(same && !turns.io(state)))) io(state);
    if (turns.stale(state) || turns.second(state) || state.clock().ended()) cgroup(state);
    if (turns.rare(state)) rare(state, turns);
    else if (turns.seldom(state)) seldom(state, turns);
  }

  /// Kernel threads are too many and do too little to ask them each time, and who refuses once
  /// refuses again.
  private static boolean reads(ProcessState state) {
    return state.io().present() && !state.stat().kernelThread();
  }

  private void rare(ProcessState state, Turns turns) throws KernelFileException {
    update(state, ProcessFile.LIMITS, state.limits(), ProcLimits::parse);
    if (state.stat().kernelThread()) state.cmdline(NO_ARGUMENTS);
    else cmdlines.want(state);
    seldom(state, turns);
    state.seldomFacts(turns.at());
  }

  private void seldom(ProcessState state, Turns turns) throws KernelFileException {
    boolean news = update(state, ProcessFile.STATUS, state.status(), ProcStatus::parse);
    news |=
        update(state, ProcessFile.OOM_SCORE, state.oomScore(), text -> text.firstLine().unsigned());
    if (openFiles(state) || news) state.seldomFacts(turns.at());
    state.seldomRead();
  }

  private boolean openFiles(ProcessState state) throws KernelFileException {
    try {
      long count = openFiles.of(files, state.pid());
      if (state.openFiles().says(count)) return false;
      return state.openFiles().set(new Section.Present<>(count));
    } catch (KernelFileException unreadable) {
      return state.openFiles().set(unreadable(state, unreadable));
    }
  }

  private void io(ProcessState state) throws KernelFileException {
    update(state, ProcessFile.IO, state.io(), ProcIo::parse);
  }

  private void exe(ProcessState state) throws KernelFileException {
    try {
      state.exe().set(exeOf(state));
    } catch (KernelFileException unreadable) {
      state.exe().set(unreadable(state, unreadable));
    }
    state.changed();
  }

  private Section<ProcExe> exeOf(ProcessState state) throws KernelFileException {
    return state.stat().kernelThread()
        ? new Section.Absent<>("a kernel thread")
        : new Section.Present<>(ProcExe.parse(files.link(state.pid(), ProcessFile.EXE)));
  }

  private void cgroup(ProcessState state) throws KernelFileException {
    CgroupClock before = state.clock();
    try {
      KernelText text = files.record(state.pid(), ProcessFile.CGROUP);
      long print = text.fingerprint();
      if (state.isIn(print)) return;
      state.clock(clocks.join(text, log), print);
    } catch (KernelFileException unreadable) {
      state.clock(new CgroupClock(unreadable(state, unreadable)), 0);
    }
    clocks.leave(before);
  }

  private <T> boolean update(ProcessState state, ProcessFile file, Memo<T> memo, Parser<T> parser)
      throws KernelFileException {
    boolean news;
    try {
      news = memo.update(files.record(state.pid(), file), parser, log);
    } catch (KernelFileException unreadable) {
      news = memo.set(unreadable(state, unreadable));
    }
    if (news) state.changed();
    return news;
  }

  /// A file that is not there means that the process has ended, unless it is still there: then the
  /// kernel was built without the file, or has none for such a process.
  private <T> Section<T> unreadable(ProcessState state, KernelFileException unreadable)
      throws KernelFileException {
    if (unreadable.vanished()) {
      files.record(state.pid(), ProcessFile.STAT);
    } else if (unreadable.failure().kind() != SourceFailure.Kind.DENIED) {
      log.flaw(unreadable.failure());
    }
    return KernelReader.unreadable(unreadable, KernelReader.Need.OPTIONAL);
  }
}
