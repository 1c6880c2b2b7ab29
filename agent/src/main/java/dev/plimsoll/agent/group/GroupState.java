package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcLimits;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.SeldomFacts;

/// How the members of a group are now.
///
/// @param other processes that are parked, idle threads of the kernel, or in a state that is new
/// @param hasMemory whether `status` could be read of any member; else `sharedBytes` and
///   `swapBytes` mean nothing
/// @param sharedBytes resident pages of files and shared memory
/// @param hasOpenFiles whether the descriptors of any member could be counted; else `openFiles` and
///   `worstOpenFilesRatio` mean nothing
/// @param worstOpenFilesRatio of the member nearest to its limit, 0 without a limit
/// @param oldestStartTicks when the oldest member started, in ticks since boot
/// @param hasOomScore whether it could be read of any member
/// @param oomScore the highest of all members, 0 to 2000
public record GroupState(
    int running,
    int sleeping,
    int diskSleep,
    int stopped,
    int zombie,
    int other,
    long threads,
    long rssPages,
    long virtualBytes,
    boolean hasMemory,
    long sharedBytes,
    long swapBytes,
    boolean hasOpenFiles,
    long openFiles,
    double worstOpenFilesRatio,
    long oldestStartTicks,
    boolean hasOomScore,
    long oomScore) {

  /// No members.
  static final GroupState EMPTY = new Sum().state();

  public int processes() {
    return running + sleeping + diskSleep + stopped + zombie + other;
  }

  /// A state in the making.
  static final class Sum {
    private int running;
    private int sleeping;
    private int diskSleep;
    private int stopped;
    private int zombie;
    private int other;
    private long threads;
    private long rssPages;
    private long virtualBytes;
    private boolean hasMemory;
    private long sharedBytes;
    private long swapBytes;
    private boolean hasOpenFiles;
    private long openFiles;
    private double worstOpenFilesRatio;
    private long oldestStartTicks = Long.MAX_VALUE;
    private boolean hasOomScore;
    private long oomScore;

    void add(Member member) {
      ProcStat stat = member.entry.stat();
      count(stat);
      threads += stat.threads();
      rssPages += Math.max(0, stat.rssPages());
      virtualBytes += stat.virtualBytes();
      oldestStartTicks = Math.min(oldestStartTicks, stat.startTicks());
      ProcStatus status = member.status;
      if (status != null) add(status);
      add(member.entry.seldom());
    }

    void count(ProcStat stat) {
      switch (stat.state()) {
        case RUNNING -> running++;
        case SLEEPING -> sleeping++;
        case DISK_SLEEP -> diskSleep++;
        case STOPPED, TRACED -> stopped++;
        case ZOMBIE, DEAD -> zombie++;
        case PARKED, IDLE, UNKNOWN -> other++;
      }
    }

    private void add(ProcStatus status) {
      hasMemory = true;
      if (status.memory().isEmpty()) return;
      ProcStatus.Memory memory = status.memory().get();
      sharedBytes += memory.rssFile() + memory.rssShmem();
      swapBytes += memory.swap();
    }

    private void add(SeldomFacts seldom) {
      if (seldom.oomScore() instanceof Section.Present<Long> score) {
        hasOomScore = true;
        oomScore = Math.max(oomScore, score.value());
      }
      if (!(seldom.openFiles() instanceof Section.Present<Long> open)) return;
      hasOpenFiles = true;
      openFiles += open.value();
      if (seldom.limits() instanceof Section.Present<ProcLimits> limits
          && limits.value().openFiles().soft() instanceof Limit.Of(long most)
          && most > 0) {
        worstOpenFilesRatio = Math.max(worstOpenFilesRatio, (double) open.value() / most);
      }
    }

    void reset() {
      running = sleeping = diskSleep = stopped = zombie = other = 0;
      threads = rssPages = virtualBytes = sharedBytes = swapBytes = openFiles = oomScore = 0;
      hasMemory = hasOpenFiles = hasOomScore = false;
      worstOpenFilesRatio = 0;
      oldestStartTicks = Long.MAX_VALUE;
    }

    GroupState state() {
      return new GroupState(
          running,
          sleeping,
          diskSleep,
          stopped,
          zombie,
          other,
          threads,
          rssPages,
          virtualBytes,
          hasMemory,
          sharedBytes,
          swapBytes,
          hasOpenFiles,
          openFiles,
          worstOpenFilesRatio,
          oldestStartTicks,
          hasOomScore,
          oomScore);
    }
  }
}
