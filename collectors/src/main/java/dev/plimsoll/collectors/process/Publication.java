package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Makes the immutable table of what is known.
final class Publication {
  private ProcessEntry[] entries = {};
  private final Map<ProcessFile, Integer> denied = new EnumMap<>(ProcessFile.class);
  private int kernelThreads;

  ProcessTable table(List<ProcessState> processes, int vanished) {
    if (entries.length != processes.size()) entries = new ProcessEntry[processes.size()];
    denied.clear();
    kernelThreads = 0;
    for (int index = 0; index < entries.length; index++) {
      entries[index] = processes.get(index).entry();
      count(entries[index]);
    }
    return new ProcessTable(List.of(entries), kernelThreads, vanished, denied);
  }

  private void count(ProcessEntry entry) {
    if (entry.stat().kernelThread()) kernelThreads++;
    count(ProcessFile.IO, entry.io());
    count(ProcessFile.CGROUP, entry.cgroup());
    count(ProcessFile.CMDLINE, entry.cmdline());
    count(ProcessFile.EXE, entry.exe());
    count(ProcessFile.STATUS, entry.seldom().status());
    count(ProcessFile.LIMITS, entry.seldom().limits());
    count(ProcessFile.FD, entry.seldom().openFiles());
    count(ProcessFile.OOM_SCORE, entry.seldom().oomScore());
  }

  private void count(ProcessFile file, Section<?> section) {
    if (section instanceof Section.Failed<?>(SourceFailure failure)
        && failure.kind() == SourceFailure.Kind.DENIED) {
      denied.merge(file, 1, Integer::sum);
    }
  }
}
