package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of one process from pass to pass, updated in place.
final class ProcessState {
  private static final long NO_TEXT = 0;

  private final int turn;
  private final int firstPass;
  private final ProcessId id;
  private ProcStat stat;
  private long statText;
  private CgroupClock clock;
  private long cgroupText;
  private final Memo<ProcIo> io = new Memo<>();
  private final Memo<ProcCmdline> cmdline = new Memo<>();
  private final Memo<ProcExe> exe = new Memo<>();
  private final Memo<ProcStatus> status = new Memo<>();
  private final Memo<ProcLimits> limits = new Memo<>();
  private final Memo<Long> openFiles = new Memo<>();
  private final Memo<Long> oomScore = new Memo<>();
  private boolean ranSinceSeldom;
  private boolean arrived;
  private SeldomFacts seldom;
  private @Nullable ProcessEntry entry;

  /// @param turn spreads what is read in turns over the passes
  /// @param firstPass the pass that sees it first
  ProcessState(int turn, Turns firstPass, KernelText text) throws MalformedSourceException {
    this.turn = turn;
    this.firstPass = firstPass.pass();
    this.statText = text.fingerprint();
    this.stat = ProcStat.parse(text);
    this.id = stat.id();
    this.clock = new CgroupClock(new Section.Absent<>("not read"));
    this.seldom = facts(firstPass.at());
  }

  int pid() {
    return id.pid();
  }

  ProcessId id() {
    return id;
  }

  int turn() {
    return turn;
  }

  int firstPass() {
    return firstPass;
  }

  ProcStat stat() {
    return stat;
  }

  /// Whether the text is the one that `stat` was parsed from.
  boolean says(long text) {
    return statText == text;
  }

  void stat(ProcStat now, long text) {
    stat = now;
    statText = text;
    changed();
  }

  CgroupClock clock() {
    return clock;
  }

  boolean isIn(long text) {
    return cgroupText == text;
  }

  void clock(CgroupClock now, long text) {
    arrived = cgroupText != NO_TEXT;
    clock = now;
    cgroupText = text;
    changed();
  }

  Memo<ProcIo> io() {
    return io;
  }

  Memo<ProcExe> exe() {
    return exe;
  }

  Memo<ProcStatus> status() {
    return status;
  }

  Memo<ProcLimits> limits() {
    return limits;
  }

  Memo<Long> openFiles() {
    return openFiles;
  }

  Memo<Long> oomScore() {
    return oomScore;
  }

  void cmdline(Section<ProcCmdline> now) {
    if (cmdline.set(now)) changed();
  }

  /// What was read before still stands.
  void cmdlineLate(SourceFailure failure) {
    if (!cmdline.present()) cmdline(new Section.Failed<>(failure));
  }

  /// Something is not what the last entry says.
  void changed() {
    entry = null;
  }

  /// Whether it was found in another cgroup when it was last read: the first look at that clock may
  /// have come after what the process did there.
  boolean arrived() {
    return arrived;
  }

  /// It is being read again.
  void settled() {
    arrived = false;
  }

  boolean ranSinceSeldom() {
    return ranSinceSeldom;
  }

  void ran() {
    ranSinceSeldom = true;
  }

  /// What is read in turns has been read.
  void seldomRead() {
    ranSinceSeldom = false;
  }

  /// What is read in turns is what it is now.
  void seldomFacts(Instant at) {
    seldom = facts(at);
    changed();
  }

  private SeldomFacts facts(Instant at) {
    return new SeldomFacts(
        status.section(), limits.section(), openFiles.section(), oomScore.section(), at);
  }

  /// The process as others see it; the same object until something changes.
  ProcessEntry entry() {
    ProcessEntry last = entry;
    if (last != null) return last;
    ProcessEntry made =
        new ProcessEntry(
            id, stat, io.section(), clock.cgroup(), cmdline.section(), exe.section(), seldom);
    entry = made;
    return made;
  }
}
