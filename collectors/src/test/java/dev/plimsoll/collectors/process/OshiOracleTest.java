package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.oshi.Differences;
import dev.plimsoll.collectors.oshi.OshiLimits;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/// Every field that both OSHI and our table have, for all processes of this machine. OSHI reads
/// between two fresh tables of ours: what both say must be what OSHI says, and what only grows must
/// lie between.
@EnabledOnOs(OS.LINUX)
class OshiOracleTest {
  private static final long TICK_MILLIS = 10;

  private final Differences differences = new Differences();
  private int compared;

  /// One process, seen before and after OSHI saw it.
  private record Seen(ProcessEntry before, OSProcess oshi, ProcessEntry after) {

    /// Whether nothing tells that it has run in between: then nothing else can have changed.
    boolean quiet() {
      return before.stat().equals(after.stat())
          && before.io().equals(after.io())
          && before.seldom().status().equals(after.seldom().status());
    }
  }

  private static ProcessTable table() {
    Roots roots = new Roots("/proc", "/sys", "");
    try (ProcessReader reader = new ProcessReader(new KernelReader(), roots, Clock.systemUTC())) {
      return reader.read().present().orElseThrow();
    }
  }

  @Test
  void everyFieldOfEveryProcess() {
    assertEquals(List.of(), differences.lasting(this::compareTables));
    assertTrue(compared > 50 * 20, compared + " comparisons");
  }

  private void compareTables() {
    ProcessTable before = table();
    List<OSProcess> processes = new SystemInfo().getOperatingSystem().getProcesses();
    ProcessTable after = table();
    for (OSProcess each : processes) {
      Optional<ProcessEntry> first = before.find(each.getProcessID());
      Optional<ProcessEntry> last = after.find(each.getProcessID());
      if (first.isEmpty() || last.isEmpty() || !first.get().id().equals(last.get().id())) continue;
      if (!whole(first.get()) || !whole(last.get())) continue;
      compare(new Seen(first.get(), each, last.get()));
    }
  }

  /// What ended while it was read has no more than its first line.
  private static boolean whole(ProcessEntry entry) {
    return OshiLimits.parses(entry.stat().comm())
        && entry.cmdline().present().isPresent()
        && entry.seldom().status().present().isPresent()
        && entry.seldom().limits().present().isPresent();
  }

  private void compare(Seen seen) {
    identity(seen);
    sizes(seen);
    counters(seen);
    switches(seen);
    storage(seen);
  }

  private void identity(Seen seen) {
    same(seen, "name", each -> each.stat().comm(), seen.oshi.getName());
    same(seen, "parent", each -> each.stat().ppid(), seen.oshi.getParentProcessID());
    same(seen, "threads", each -> each.stat().threads(), seen.oshi.getThreadCount());
    same(seen, "priority", each -> each.stat().priority(), seen.oshi.getPriority());
    same(seen, "user", each -> text(status(each).user().real()), seen.oshi.getUserID());
    same(seen, "group", each -> text(status(each).group().real()), seen.oshi.getGroupID());
    if (!cmdline(seen.after).cut()) {
      same(
          seen,
          "arguments",
          each -> OshiLimits.of(cmdline(each).arguments()),
          seen.oshi.getArguments());
    }
    same(seen, "program", OshiOracleTest::program, seen.oshi.getPath());
  }

  private void sizes(Seen seen) {
    same(seen, "size", each -> each.stat().virtualBytes(), seen.oshi.getVirtualSize());
    same(seen, "resident", OshiOracleTest::resident, seen.oshi.getResidentMemory());
    same(
        seen,
        "files",
        each -> each.seldom().openFiles().present().orElse(-1L),
        seen.oshi.getOpenFiles());
    same(seen, "file limit", OshiOracleTest::softLimit, seen.oshi.getSoftOpenFileLimit());
  }

  private void counters(Seen seen) {
    grows(
        seen, "user time", each -> each.stat().userTicks() * TICK_MILLIS, seen.oshi.getUserTime());
    grows(
        seen,
        "kernel time",
        each -> each.stat().systemTicks() * TICK_MILLIS,
        seen.oshi.getKernelTime());
    grows(seen, "minor faults", each -> each.stat().minorFaults(), seen.oshi.getMinorFaults());
    grows(seen, "major faults", each -> each.stat().majorFaults(), seen.oshi.getMajorFaults());
  }

  /// Of the program that asks, OSHI counts the switches of all threads.
  private void switches(Seen seen) {
    if (seen.after.pid() == ProcessHandle.current().pid()) return;
    grows(
        seen,
        "voluntary",
        each -> status(each).voluntarySwitches(),
        seen.oshi.getVoluntaryContextSwitches());
    grows(
        seen,
        "nonvoluntary",
        each -> status(each).nonvoluntarySwitches(),
        seen.oshi.getInvoluntaryContextSwitches());
  }

  private void storage(Seen seen) {
    if (seen.after.io().present().isEmpty()) return;
    grows(seen, "read", each -> io(each).readBytes(), seen.oshi.getBytesRead());
    grows(seen, "written", each -> io(each).writeBytes(), seen.oshi.getBytesWritten());
  }

  private <T> void same(Seen seen, String field, Function<ProcessEntry, T> ours, T oshis) {
    if (!seen.quiet()) return;
    T first = ours.apply(seen.before);
    compared++;
    if (!Objects.equals(first, oshis)) differ(seen, field, first, oshis);
  }

  private void grows(Seen seen, String field, ToLongFunction<ProcessEntry> ours, long oshis) {
    long first = ours.applyAsLong(seen.before);
    long last = ours.applyAsLong(seen.after);
    compared++;
    if (oshis < first || oshis > last) differ(seen, field, first + " to " + last, oshis);
  }

  private void differ(Seen seen, String field, Object ours, Object oshis) {
    differences.add(
        seen.after.pid(),
        field,
        "%s of %s: %s, OSHI %s".formatted(field, seen.after.stat().comm(), ours, oshis));
  }

  private static ProcStatus status(ProcessEntry entry) {
    return entry.seldom().status().present().orElseThrow();
  }

  private static ProcIo io(ProcessEntry entry) {
    return entry.io().present().orElseThrow();
  }

  private static String text(long id) {
    return Long.toString(id);
  }

  private static ProcCmdline cmdline(ProcessEntry entry) {
    return entry.cmdline().present().orElseThrow();
  }

  private static long resident(ProcessEntry entry) {
    return status(entry).memory().map(ProcStatus.Memory::rss).orElse(0L);
  }

  private static String program(ProcessEntry entry) {
    return entry.exe().present().map(ProcExe::path).orElse("");
  }

  private static long softLimit(ProcessEntry entry) {
    return switch (entry.seldom().limits().present().orElseThrow().openFiles().soft()) {
      case Limit.Of(long value) -> value;
      case Limit.Unlimited _ -> -1;
    };
  }
}
