package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.CgroupNamespace;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cgroups that processes are in: one object for all processes with the same text in
/// `/proc/<pid>/cgroup`.
final class CgroupClocks {
  /// Each open file of the cgroup file system holds a page of the kernel's memory.
  private static final int MOST_OPEN = 1024;

  /// Where the counter is: of v1 under one of three names of the mount, of v2 alone, of v2 beside
  /// v1. The root's counter is the machine's, so a process in the root has none.
  private static final List<Counter> COUNTERS =
      List.of(
          new Counter("cpuacct", "fs/cgroup/cpuacct", "/cpuacct.usage"),
          new Counter("cpuacct", "fs/cgroup/cpu,cpuacct", "/cpuacct.usage"),
          new Counter("cpuacct", "fs/cgroup/cpuacct,cpu", "/cpuacct.usage"),
          new Counter("", "fs/cgroup", "/cpu.stat"),
          new Counter("", "fs/cgroup/unified", "/cpu.stat"));

  private record Counter(String controller, String mount, String file) {}

  private final KernelReader reader;
  private final Roots roots;
  private final CgroupNamespace namespace;
  private final Map<Long, CgroupClock> clocks = new HashMap<>();
  private int open;

  CgroupClocks(KernelReader reader, Roots roots) {
    this.reader = reader;
    this.roots = roots;
    this.namespace = CgroupNamespace.read(reader, roots);
  }

  void look() {
    open = 0;
    for (CgroupClock clock : clocks.values()) {
      clock.look(reader);
      if (clock.open()) open++;
    }
  }

  /// The clock for a text of `/proc/<pid>/cgroup`, which counts the asker as a member from now on.
  CgroupClock join(KernelText text, PassLog log) {
    long key = text.fingerprint();
    CgroupClock clock = clocks.get(key);
    if (clock == null || clock.ended()) {
      clock = clock(key, parse(text, log));
      clocks.put(key, clock);
    }
    clock.join();
    return clock;
  }

  /// The member is no longer one; a cgroup without members is forgotten.
  void leave(CgroupClock clock) {
    if (!clock.leave()) return;
    clocks.remove(clock.key(), clock);
    if (clock.open()) open--;
    clock.close(reader);
  }

  void close() {
    for (CgroupClock clock : clocks.values()) clock.close(reader);
    clocks.clear();
  }

  private Section<ProcCgroup> parse(KernelText text, PassLog log) {
    try {
      ProcCgroup cgroup = ProcCgroup.parse(text).within(namespace);
      text.flaws().forEach(log::flaw);
      return new Section.Present<>(cgroup);
    } catch (MalformedSourceException malformed) {
      log.flaw(malformed.failure());
      return new Section.Failed<>(malformed.failure());
    }
  }

  private CgroupClock clock(long key, Section<ProcCgroup> cgroup) {
    Optional<ProcCgroup> present = cgroup.present();
    if (present.isEmpty() || open >= MOST_OPEN) return new CgroupClock(cgroup, key);
    for (Counter counter : COUNTERS) {
      Optional<String> path = present.get().path(counter.controller());
      if (path.isEmpty() || path.get().equals("/")) continue;
      String file = roots.sys(counter.mount() + path.get() + counter.file());
      try {
        CgroupClock clock = new CgroupClock(cgroup, key, reader.open(file), file);
        // The first look already, so that the next pass knows who rested. Whoever brought the clock
        // about was read before it, and is read again at the next pass.
        clock.look(reader);
        if (clock.open()) open++;
        return clock;
      } catch (KernelFileException _) {
        // Not this one: the mounts differ, and nothing is lost without a counter but time.
      }
    }
    return new CgroupClock(cgroup, key);
  }
}
