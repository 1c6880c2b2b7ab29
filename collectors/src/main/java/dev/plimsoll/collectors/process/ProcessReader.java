package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the table of processes, again and again, and remembers between the passes what cannot have
/// changed. Belongs to one thread.
public final class ProcessReader implements AutoCloseable {
  private final Clock clock;
  private final PassLog log = new PassLog();
  private final PidList pids = new PidList();
  private final PidFiles files;
  private final CgroupClocks clocks;
  private final Cmdlines cmdlines;
  private final ProcessUpdate update;
  private final Publication publication = new Publication();
  private List<ProcessState> known = new ArrayList<>();
  private List<ProcessState> next = new ArrayList<>();
  private int passes;

  public ProcessReader(KernelReader reader, Roots roots, Clock clock) {
    this.clock = clock;
    this.files = new PidFiles(reader, roots.procfs());
    this.clocks = new CgroupClocks(reader, roots);
    this.cmdlines = new Cmdlines(roots);
    this.update = new ProcessUpdate(files, new OpenFiles(reader, roots), clocks, cmdlines, log);
  }

  /// One pass over all processes.
  public Section<ProcessTable> read() {
    log.begin();
    try {
      files.open();
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.REQUIRED);
    }
    try {
      return pass(new Turns(passes++, clock.instant()));
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.REQUIRED);
    } catch (RuntimeException fault) {
      forgetAll();
      throw fault;
    } finally {
      files.close();
    }
  }

  private Section<ProcessTable> pass(Turns turns) throws KernelFileException {
    files.list(pids);
    clocks.look();
    merge(turns);
    cmdlines.read();
    ProcessTable table = publication.table(known, log.vanishedProcesses());
    return new Section.Present<>(table, log.flaws());
  }

  /// After a fault in the middle of a pass nobody knows who has been counted; the next begins anew.
  private void forgetAll() {
    known.clear();
    next.clear();
    cmdlines.forgetAll();
    clocks.close();
  }

  /// Both are sorted by pid, so one walk over both tells who came, stayed and went.
  private void merge(Turns turns) {
    int old = 0;
    for (int index = 0; index < pids.size(); index++) {
      int pid = pids.get(index);
      while (old < known.size() && known.get(old).pid() < pid) update.forget(known.get(old++));
      boolean stays = old < known.size() && known.get(old).pid() == pid;
      ProcessState now = stays ? again(known.get(old++), turns) : first(pid, turns);
      if (now != null) next.add(now);
    }
    while (old < known.size()) update.forget(known.get(old++));
    List<ProcessState> before = known;
    known = next;
    next = before;
    next.clear();
  }

  private @Nullable ProcessState first(int pid, Turns turns) {
    try {
      return update.first(pid, turns);
    } catch (KernelFileException unreadable) {
      unreadable(unreadable);
    } catch (MalformedSourceException malformed) {
      log.flaw(malformed.failure());
    }
    return null;
  }

  private @Nullable ProcessState again(ProcessState state, Turns turns) {
    if (!turns.due(state, pids)) return state;
    try {
      if (update.again(state, turns)) return state;
    } catch (KernelFileException unreadable) {
      unreadable(unreadable);
      update.forget(state);
      return null;
    } catch (MalformedSourceException malformed) {
      log.flaw(malformed.failure());
      update.forget(state);
      return null;
    }
    update.forget(state);
    return first(state.pid(), turns);
  }

  private void unreadable(KernelFileException unreadable) {
    if (unreadable.vanished()) log.vanished();
    else log.flaw(unreadable.failure());
  }

  /// How many processes it remembers.
  int known() {
    return known.size();
  }

  /// Closes what it keeps open.
  @Override
  public void close() {
    clocks.close();
  }
}
