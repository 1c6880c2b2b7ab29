package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.PidPath;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SocketLinks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Counts the sockets of processes, a link of `/proc/<pid>/fd` for each descriptor, while somebody
/// wants them. It needs the right to trace the processes. One that did nothing seen by the process
/// reader is counted in every fourth pass only. Belongs to one thread.
public final class SocketReader {
  /// Links that are read of one process; of one that has more no number is known.
  static final int MOST_OF_PROCESS = 65_536;

  /// Links after which a pass ends; the next begins with the process where this one ended.
  static final int MOST_OF_PASS = 65_536;

  private static final int REST = 4;
  private static final Section<Long> NONE = new Section.Present<>(0L);
  private static final byte[] FD = PidPath.name("fd");
  private static final byte[] STAT = PidPath.name("stat");

  private final KernelReader reader;
  private final String procfs;
  private final PidPath path;
  private final BooleanSupplier wanted;
  private final int mostOfPass;
  private final SocketLinks links = new SocketLinks();
  private Map<ProcessId, Known> known = new HashMap<>();
  private int passes;
  private int resume;

  /// @param due the pass in which they are counted again
  private record Known(ProcessEntry entry, Section<Long> sockets, int due) {}

  /// @param wanted asked once a pass
  public SocketReader(KernelReader reader, Roots roots, BooleanSupplier wanted) {
    this(reader, roots, wanted, MOST_OF_PASS);
  }

  SocketReader(KernelReader reader, Roots roots, BooleanSupplier wanted, int mostOfPass) {
    this.reader = reader;
    this.procfs = roots.procfs();
    this.path = new PidPath(procfs);
    this.wanted = wanted;
    this.mostOfPass = mostOfPass;
  }

  /// The table with the sockets of its processes, where they are wanted.
  public Section<ProcessTable> extend(Section<ProcessTable> section) {
    if (wanted.getAsBoolean()) return section.map(this::extend);
    known = new HashMap<>();
    return section;
  }

  private ProcessTable extend(ProcessTable table) {
    int directory;
    try {
      directory = reader.open(procfs);
    } catch (KernelFileException _) {
      return table;
    }
    try {
      return table.with(pass(directory, table.processes()));
    } finally {
      reader.close(directory);
    }
  }

  private OpenSockets pass(int directory, List<ProcessEntry> processes) {
    Map<ProcessId, Known> now = new HashMap<>();
    Map<ProcessId, Section<Long>> sockets = new HashMap<>();
    long end = links.read() + mostOfPass;
    int begin = begin(processes);
    resume = 0;
    passes++;
    for (int index = 0; index < processes.size(); index++) {
      ProcessEntry entry = processes.get((begin + index) % processes.size());
      Known next = next(directory, entry, links.read() < end);
      if (next == null) continue;
      now.put(entry.id(), next);
      sockets.put(entry.id(), next.sockets);
    }
    known = now;
    return new OpenSockets(sockets);
  }

  private int begin(List<ProcessEntry> processes) {
    int index = 0;
    while (index < processes.size() && processes.get(index).pid() < resume) index++;
    return index;
  }

  /// The process reader hands on the very object where nothing has changed.
  @SuppressWarnings("ReferenceEquality")
  private @Nullable Known next(int directory, ProcessEntry entry, boolean room) {
    Known before = known.get(entry.id());
    if (before != null && before.entry == entry && before.due > passes) return before;
    if (!room && !entry.stat().kernelThread()) {
      if (resume == 0) resume = entry.pid();
      return before;
    }
    int due = passes + (before == null ? 1 + entry.pid() % REST : REST);
    return new Known(entry, sockets(directory, entry), due);
  }

  private Section<Long> sockets(int directory, ProcessEntry entry) {
    if (entry.stat().kernelThread()) return NONE;
    try {
      return new Section.Present<>(count(directory, entry.pid()));
    } catch (KernelFileException unreadable) {
      if (unreadable.vanished() && ended(directory, entry.pid())) return NONE;
      return KernelReader.unreadable(unreadable, Need.REQUIRED);
    }
  }

  private long count(int directory, int pid) throws KernelFileException {
    int fd = reader.openAt(directory, path.file(pid, FD));
    try {
      return links.count(fd, path, MOST_OF_PROCESS);
    } finally {
      reader.close(fd);
    }
  }

  private boolean ended(int directory, int pid) {
    try {
      reader.sizeAt(directory, path.file(pid, STAT));
      return false;
    } catch (KernelFileException gone) {
      return gone.vanished();
    }
  }
}
