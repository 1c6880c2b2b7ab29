package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Reads the threads of processes, four files of each, while somebody wants them. Of a process of
/// which nothing has changed they are not read again. Belongs to one thread.
public final class ThreadReader {
  /// Threads that are read of a node at most; processes above that have none.
  static final int MOST_THREADS = 65_536;

  private final KernelReader reader;
  private final Roots roots;
  private final BooleanSupplier wanted;
  private Map<ProcessId, Known> known = new HashMap<>();
  private int threads;

  private record Known(ProcessEntry entry, ProcessThreads threads) {}

  /// @param wanted asked once a pass
  public ThreadReader(KernelReader reader, Roots roots, BooleanSupplier wanted) {
    this.reader = reader;
    this.roots = roots;
    this.wanted = wanted;
  }

  /// The table with the threads of its processes, where they are wanted.
  public Section<ProcessTable> extend(Section<ProcessTable> section) {
    if (wanted.getAsBoolean()) return section.map(this::extend);
    known = new HashMap<>();
    return section;
  }

  private ProcessTable extend(ProcessTable table) {
    Map<ProcessId, Known> now = new HashMap<>();
    Map<ProcessId, ProcessThreads> all = new HashMap<>();
    threads = 0;
    for (ProcessEntry entry : table.processes()) {
      if (threads + entry.stat().threads() > MOST_THREADS) break;
      ProcessThreads own = threads(entry);
      threads += own.threads().size();
      now.put(entry.id(), new Known(entry, own));
      all.put(entry.id(), own);
    }
    known = now;
    return table.with(all);
  }

  /// The process reader hands on the very object where nothing has changed.
  @SuppressWarnings("ReferenceEquality")
  private ProcessThreads threads(ProcessEntry entry) {
    Known before = known.get(entry.id());
    if (before != null && before.entry == entry) return before.threads;
    String process = roots.proc(Integer.toString(entry.pid()));
    Optional<String> waits = waitChannel(process);
    List<ProcThread> several = entry.stat().threads() > 1 ? tasks(process + "/task") : List.of();
    return new ProcessThreads(waits, several.size() > 1 ? several : List.of());
  }

  private List<ProcThread> tasks(String directory) {
    List<ProcThread> tasks = new ArrayList<>();
    try {
      for (String name : reader.names(directory)) {
        if (tasks.size() >= MOST_THREADS - threads) break;
        task(directory + '/' + name).ifPresent(tasks::add);
      }
    } catch (KernelFileException _) {
      // The process has ended.
      return List.of();
    }
    return tasks;
  }

  private Optional<ProcThread> task(String task) {
    return read(task + "/stat", ProcStat::parse)
        .present()
        .map(
            stat ->
                new ProcThread(
                    stat,
                    read(task + "/io", ProcIo::parse),
                    read(task + "/status", ProcStatus::parse),
                    waitChannel(task)));
  }

  private Optional<String> waitChannel(String task) {
    return read(task + "/wchan", text -> text.length() == 0 ? "0" : text.firstLine().rest())
        .present()
        .filter(channel -> !channel.equals("0") && !channel.isEmpty());
  }

  private <T> Section<T> read(String path, Parser<T> parser) {
    return reader.section(path, Need.REQUIRED, parser);
  }
}
